create schema mediation;
grant usage on schema mediation to wangge_app;

create table mediation.matter (
  id uuid primary key,
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
  kind text not null,
  outcome text not null,
  -- The next day on which somebody asks whether the agreement was kept.
  follow_up_on date,
  keeping text
);
create index matter_time on mediation.matter (at, id);
create index matter_place_3 on mediation.matter (place_3, at, id);
create index matter_owner on mediation.matter (owner_id, at, id);
comment on table mediation.matter is
  'A dispute that was mediated. Its row is what its events make of it. Nothing counts how many somebody settled.';
grant select, insert on mediation.matter to wangge_app;
grant update (outcome, follow_up_on, keeping) on mediation.matter to wangge_app;

create table mediation.event (
  id uuid primary key,
  matter_id uuid not null references mediation.matter (id),
  at timestamptz not null,
  kind text not null,
  by_id text not null,
  post_id text,
  keeping text,
  next_on date,
  -- Parties, what was said and agreed: sealed.
  said_sealed bytea not null
);
create index event_matter on mediation.event (matter_id, at, id);
comment on table mediation.event is
  'What happened in a mediation. The application may add and read, never change or remove; a change of key seals anew.';
grant select, insert on mediation.event to wangge_app;
grant update (said_sealed) on mediation.event to wangge_app;

create table mediation.look (
  matter_id uuid not null references mediation.matter (id),
  at timestamptz not null,
  by_id text not null,
  post_id text
);
create index look_matter on mediation.look (matter_id, at);
comment on table mediation.look is
  'Who opened a mediation that somebody else wrote. The application may add and read, never change or remove.';
grant select, insert on mediation.look to wangge_app;
