create schema patrol;
grant usage on schema patrol to wangge_app;

create table patrol.plan (
  id uuid primary key,
  version int not null check (version >= 1),
  title text not null,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  post_id text not null,
  -- Always empty: the one rule of who sees what asks for them.
  unit_id text,
  owner_id text,
  points jsonb not null,
  rhythm jsonb not null,
  valid_from date not null,
  valid_until date check (valid_until > valid_from)
);
create index plan_post on patrol.plan (post_id);
comment on table patrol.plan is 'Patrol plans as they are now: who looks at what, where and how often.';
grant select, insert, update on patrol.plan to wangge_app;

create table patrol.plan_version (
  plan_id uuid not null references patrol.plan (id),
  version int not null check (version >= 1),
  written_at timestamptz not null,
  by_id text not null,
  plan jsonb not null,
  primary key (plan_id, version)
);
comment on table patrol.plan_version is
  'Every version of a plan with who wrote it. The application may add and read, never change or remove.';
grant select, insert on patrol.plan_version to wangge_app;

create table patrol.checklist (
  id text not null,
  version int not null check (version >= 0),
  kind text not null,
  name text not null,
  items jsonb not null,
  written_at timestamptz not null,
  by_id text not null,
  primary key (id, version)
);
comment on table patrol.checklist is
  'Checklists that a place wrote, every version. The application may add and read, never change or remove.';
grant select, insert on patrol.checklist to wangge_app;

create table patrol.round (
  id text primary key,
  plan_id uuid not null references patrol.plan (id),
  plan_version int not null,
  title text not null,
  span_name text not null,
  day date not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  grid_path text not null,
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  post_id text not null,
  unit_id text,
  owner_id text,
  -- As the plan and its checklists were when the round was made, so that a later version changes no past.
  points jsonb not null,
  checklists jsonb not null,
  -- What the steps add up to.
  state text not null check (state in ('waiting', 'walking', 'ended')),
  standing jsonb not null,
  due int not null check (due >= 0),
  checked int not null,
  late int not null,
  skipped int not null,
  left_out int not null,
  found int not null,
  -- Whether it stands in the inbox, so that the clock need not ask.
  waits boolean not null default false,
  check (checked + late + skipped + left_out = due)
);
create index round_day on patrol.round (day, id);
create index round_post on patrol.round (post_id, until_at);
create index round_plan on patrol.round (plan_id, day);
create index round_place_2 on patrol.round (place_2, day, id);
create index round_place_3 on patrol.round (place_3, day, id);
comment on table patrol.round is
  'One walk that a plan asks for, as it stands: always what its steps add up to. Nothing here says how far anybody went.';
grant select, insert, update on patrol.round to wangge_app;

create table patrol.step (
  round_id text not null references patrol.round (id),
  serial int not null check (serial >= 1),
  at timestamptz not null,
  device_at timestamptz not null,
  heard_at timestamptz not null,
  by_id text not null,
  post_id text,
  event jsonb not null,
  primary key (round_id, serial)
);
comment on table patrol.step is
  'What was seen, left out and why, in the order in which it was heard. The application may add and read, never change or remove.';
grant select, insert on patrol.step to wangge_app;

create table patrol.track (
  round_id text not null references patrol.round (id),
  track_id uuid not null,
  walker_id text not null,
  heard_at timestamptz not null,
  sealed bytea not null,
  primary key (round_id, track_id)
);
create index track_heard on patrol.track (heard_at);
comment on table patrol.track is
  'Pieces of a walker''s own track, sealed. They are shown to the walker alone and removed after some days.';
grant select, insert, delete on patrol.track to wangge_app;
