-- An overlay keeps its cells through every change of the grids: each cell holds from a day to a day.
alter table places.overlay_cell add column valid_from date, add column valid_to date;
update places.overlay_cell cell set valid_from = overlay.valid_from
from places.overlay where overlay.id = cell.overlay_id;
alter table places.overlay_cell
  alter column valid_from set not null,
  drop constraint overlay_cell_pkey,
  add primary key (overlay_id, grid_path, valid_from),
  add check (valid_to is null or valid_to >= valid_from);
comment on table places.overlay_cell is
  'The grids that an overlay is put together from, each from a day to a day: when grids come and go, it keeps its ground.';
grant update (valid_to) on places.overlay_cell to wangge_app;

-- A line stays where it runs; which grid has all of it changes with the grids.
grant update (grid_path) on places.line to wangge_app;
