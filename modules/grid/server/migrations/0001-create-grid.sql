create schema grid;
grant usage on schema grid to wangge_app;

create table grid.grid (
  path text not null,
  valid_from date not null,
  valid_to date,
  parent text,
  level int not null,
  kind text not null,
  name text not null,
  code text not null,
  scheme text not null,
  polygon jsonb not null,
  area_square_metres double precision not null,
  label_lon double precision not null,
  label_lat double precision not null,
  primary key (path, valid_from),
  check (valid_to is null or valid_to > valid_from),
  check (level between 1 and 6),
  check (parent is not distinct from nullif(regexp_replace(path, '\.?[0-9]+$', ''), '')),
  check (level = cardinality(string_to_array(path, '.')))
);
create unique index grid_in_force on grid.grid (path) where valid_to is null;
create unique index grid_code_in_force on grid.grid (scheme, code) where valid_to is null;
comment on table grid.grid is
  'The tree of grids with their boundaries, by date: a grid that is redrawn ends and another begins, so that old matters keep the grid they had.';
grant select, insert on grid.grid to wangge_app;
grant update (valid_to) on grid.grid to wangge_app;

create table grid.post_on_grid (
  grid_path text not null,
  duty text not null,
  post_id text not null,
  primary key (grid_path, duty, post_id)
);
create index post_on_grid_post on grid.post_on_grid (post_id);
comment on table grid.post_on_grid is
  'Which posts stand on which grid, and for what. A post may stand on several grids; who holds it, or whether it is vacant, identity knows.';
grant select, insert, delete on grid.post_on_grid to wangge_app;

create table grid.tree (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into grid.tree (version) values (0);
comment on table grid.tree is
  'One number that grows with every change of a boundary, name or code. Processes that hold the tree in memory compare it.';
grant select on grid.tree to wangge_app;
grant update (version) on grid.tree to wangge_app;
