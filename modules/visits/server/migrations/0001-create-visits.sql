create schema visits;
grant usage on schema visits to wangge_app;

create table visits.visit (
  id uuid primary key,
  kind text not null,
  at timestamptz not null,
  device_at timestamptz not null,
  heard_at timestamptz not null,
  owner_id text not null,
  post_id text,
  unit_id text,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  -- People or households of the library; who they are, it knows.
  thing_ids uuid[] not null,
  topic text not null,
  meeting text not null,
  consent text not null,
  outcome text not null,
  due_on date,
  reached int check (reached >= 0),
  text_sealed bytea,
  cases jsonb not null,
  done_at timestamptz,
  done_by text,
  done_sealed bytea,
  check ((done_at is null) = (done_by is null))
);
create index visit_time on visits.visit (at, id);
create index visit_place_2 on visits.visit (place_2, at, id);
create index visit_place_3 on visits.visit (place_3, at, id);
create index visit_owner on visits.visit (owner_id, at, id);
create index visit_thing on visits.visit using gin (thing_ids);
comment on table visits.visit is
  'A visit, errand, mediation on the spot or publicity, told once. What was said is sealed. Nothing counts how many somebody made.';
grant select, insert on visits.visit to wangge_app;
grant update (outcome, done_at, done_by, done_sealed) on visits.visit to wangge_app;

create table visits.look (
  visit_id uuid not null references visits.visit (id),
  at timestamptz not null,
  by_id text not null,
  post_id text
);
create index look_visit on visits.look (visit_id, at);
comment on table visits.look is
  'Who read the words of a visit that somebody else wrote. The application may add and read, never change or remove.';
grant select, insert on visits.look to wangge_app;
