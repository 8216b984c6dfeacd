create schema help;
grant usage on schema help to wangge_app;

create table help.call (
  id uuid primary key,
  -- By the phone's clock as far as it can be believed, as the phone had it, and when the server heard of it.
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
  status text not null,
  taken_by text,
  taken_at timestamptz,
  safer text,
  ended_by text,
  ended_at timestamptz,
  outcome text,
  check ((taken_by is null) = (taken_at is null)),
  check ((status = 'ended') = (ended_at is not null))
);
create index call_time on help.call (at, id);
create index call_open on help.call (at, id) where status <> 'ended';
create index call_owner on help.call (owner_id, at, id);
comment on table help.call is
  'A call for help by somebody at work. It ends only by a person who took it. Nothing counts calls by person.';
grant select, insert on help.call to wangge_app;
grant update (status, taken_by, taken_at, safer, ended_by, ended_at, outcome) on help.call to wangge_app;

create table help.event (
  id uuid primary key,
  call_id uuid not null references help.call (id),
  at timestamptz not null,
  kind text not null,
  by_id text not null,
  post_id text,
  safer text,
  outcome text,
  -- What was said and where: sealed.
  said_sealed bytea
);
create index event_call on help.event (call_id, at, id);
comment on table help.event is
  'What happened to a call for help. The application may add and read, never change or remove; a change of key seals anew.';
grant select, insert on help.event to wangge_app;
grant update (said_sealed) on help.event to wangge_app;
