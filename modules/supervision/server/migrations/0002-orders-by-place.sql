-- Lists ask for what one may see in the query itself: a page cut first and looked at afterwards came out short.
alter table supervision.order_paper
  add column place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  add column place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  add column place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  add column place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  add column place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  add column place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  add column owner_id text generated always as (issued_by) stored,
  add column post_id text;
create index order_paper_place on supervision.order_paper (place_1, issued_at);
