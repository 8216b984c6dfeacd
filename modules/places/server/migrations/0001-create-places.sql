create schema places;
grant usage on schema places to wangge_app;

create table places.courtyard (
  id uuid primary key,
  name text not null,
  address text not null,
  lon double precision not null,
  lat double precision not null,
  spot point generated always as (point(lon * 1000000, lat * 1000000)) stored,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index courtyard_spot on places.courtyard using gist (spot);
comment on table places.courtyard is
  'Courtyards (院落): buildings behind one gate, with a head of their own where they have one.';
grant select, insert on places.courtyard to wangge_app;
grant update (name, address, valid_to) on places.courtyard to wangge_app;

create table places.building (
  id uuid primary key,
  courtyard_id uuid references places.courtyard (id),
  name text not null,
  street text not null,
  house_number int not null,
  address text not null,
  use text not null,
  floors int not null check (floors >= 1),
  households int not null check (households >= 0),
  outline jsonb not null,
  lon double precision not null,
  lat double precision not null,
  spot point generated always as (point(lon * 1000000, lat * 1000000)) stored,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index building_spot on places.building using gist (spot);
create index building_street on places.building (street, house_number, id);
create index building_courtyard on places.building (courtyard_id) where courtyard_id is not null;
comment on table places.building is
  'Buildings (楼栋) with their outline, a place surely inside, address and use. One that is pulled down ends; it is never removed, since matters point to it.';
grant select, insert on places.building to wangge_app;
grant update (courtyard_id, name, use, floors, households, valid_to) on places.building to wangge_app;

create table places.entrance (
  id uuid primary key,
  building_id uuid not null references places.building (id),
  number int not null check (number >= 1),
  name text not null,
  floors int not null check (floors >= 1),
  rooms_per_floor int not null check (rooms_per_floor >= 1),
  households int not null check (households >= 0),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create unique index entrance_number on places.entrance (building_id, number) where valid_to is null;
comment on table places.entrance is
  'Entrances (单元) of buildings: how many floors they serve and how many rooms lie on each.';
grant select, insert on places.entrance to wangge_app;
grant update (name, floors, rooms_per_floor, households, valid_to) on places.entrance to wangge_app;

create table places.lies_in (
  kind text not null check (kind in ('courtyard', 'building')),
  place_id uuid not null,
  valid_from date not null,
  valid_to date,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  primary key (kind, place_id, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create unique index lies_in_now on places.lies_in (kind, place_id) where valid_to is null;
create index lies_in_1 on places.lies_in (place_1, kind, place_id);
create index lies_in_2 on places.lies_in (place_2, kind, place_id);
create index lies_in_3 on places.lies_in (place_3, kind, place_id);
create index lies_in_4 on places.lies_in (place_4, kind, place_id);
create index lies_in_5 on places.lies_in (place_5, kind, place_id);
comment on table places.lies_in is
  'In which grid a courtyard or building lies, by date: when grids are redrawn one row ends and another begins.';
grant select, insert on places.lies_in to wangge_app;
grant update (valid_to) on places.lies_in to wangge_app;

create table places.post_on (
  thing_kind text not null check (thing_kind in ('courtyard', 'building', 'entrance', 'overlay', 'line')),
  thing_id uuid not null,
  duty text not null,
  post_id text not null,
  valid_from date not null,
  valid_to date,
  primary key (thing_kind, thing_id, duty, post_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index post_on_post on places.post_on (post_id) where valid_to is null;
comment on table places.post_on is
  'Posts on things that are no grids: heads of courtyards, buildings and entrances, leads of overlays, chiefs and cleaners of lines. Who holds a post, or whether it is vacant, identity knows.';
grant select, insert on places.post_on to wangge_app;
grant update (valid_to) on places.post_on to wangge_app;
