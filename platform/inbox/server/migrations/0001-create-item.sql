create schema inbox;
grant usage on schema inbox to wangge_app;

create table inbox.item (
  subject_kind text not null,
  subject_id text not null,
  task text not null,
  permission text not null,
  grid_path text,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  unit_id text,
  post_id text,
  owner_id text,
  title text not null,
  number text,
  due_at timestamptz,
  priority int not null default 0,
  since timestamptz not null,
  primary key (subject_kind, subject_id, task)
);
create index item_unit on inbox.item (permission, unit_id, since) where unit_id is not null;
create index item_post on inbox.item (permission, post_id, since) where post_id is not null;
create index item_place_1 on inbox.item (permission, place_1, since);
create index item_place_2 on inbox.item (permission, place_2, since);
create index item_place_3 on inbox.item (permission, place_3, since);
create index item_place_4 on inbox.item (permission, place_4, since);
comment on table inbox.item is
  'What waits for whom: whoever holds the permission where the thing is. Rewritten by each command as a function of the thing itself.';
grant select, insert, update, delete on inbox.item to wangge_app;
