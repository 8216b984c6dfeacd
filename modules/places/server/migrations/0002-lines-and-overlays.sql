create table places.overlay (
  id uuid primary key,
  kind text not null check (kind in ('special', 'management', 'responsibility', 'evaluation')),
  use text,
  name text not null,
  parent_id uuid references places.overlay (id),
  valid_from date not null,
  valid_to date,
  check ((kind = 'special') = (use is not null)),
  check (valid_to is null or valid_to >= valid_from)
);
create index overlay_kind on places.overlay (kind) where valid_to is null;
comment on table places.overlay is
  'Grids of another kind over the same cells: special (market, school, park, campus), management, responsibility, evaluation. A tree of its own per kind.';
grant select, insert on places.overlay to wangge_app;
grant update (name, valid_to) on places.overlay to wangge_app;

create table places.overlay_cell (
  overlay_id uuid not null references places.overlay (id),
  grid_path text not null,
  primary key (overlay_id, grid_path)
);
create index overlay_cell_path on places.overlay_cell (grid_path);
comment on table places.overlay_cell is
  'The grids that an overlay is put together from. They never change: an overlay of other cells is another overlay.';
grant select, insert on places.overlay_cell to wangge_app;

create table places.line (
  id uuid primary key,
  kind text not null check (kind in ('road', 'road-section', 'alley', 'river', 'cleaning-section')),
  name text not null,
  street text not null,
  class text,
  coordinates jsonb not null,
  length_metres double precision not null,
  area_square_metres int,
  lon double precision not null,
  lat double precision not null,
  spot point generated always as (point(lon * 1000000, lat * 1000000)) stored,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index line_spot on places.line using gist (spot);
create index line_place_1 on places.line (place_1, kind, name, id);
create index line_place_2 on places.line (place_2, kind, name, id);
create index line_place_3 on places.line (place_3, kind, name, id);
comment on table places.line is
  'Roads with their sections, alleys, rivers and sections to be cleaned, as lines; the grid is the lowest one that has the whole line.';
grant select, insert on places.line to wangge_app;
grant update (name, valid_to) on places.line to wangge_app;
