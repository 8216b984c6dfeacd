create schema coordination;
grant usage on schema coordination to wangge_app;

create table coordination.call (
  id uuid primary key,
  whistle_id uuid not null,
  number text not null,
  what text not null,
  place text not null,
  case_id uuid,
  case_number text,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  unit_id text not null,
  unit_name text not null,
  -- Always empty: the one rule of who sees what asks for it.
  post_id text,
  owner_id text not null,
  state text not null,
  blown_at timestamptz not null,
  due_at timestamptz,
  arrived_at timestamptz,
  was_in_time boolean,
  speed int check (speed between 1 and 5),
  result int check (result between 1 and 5),
  timer jsonb not null,
  unique (whistle_id, unit_id)
);
create index call_time on coordination.call (blown_at);
create index call_case on coordination.call (case_id) where case_id is not null;
create index call_unit on coordination.call (unit_id, blown_at);
comment on table coordination.call is
  'One department called by a street''s whistle, as it stands; a whistle to several departments is several calls.';
grant select, insert, update on coordination.call to wangge_app;

create table coordination.entry (
  call_id uuid not null references coordination.call (id),
  serial int not null check (serial >= 1),
  step text not null,
  at timestamptz not null,
  by_id text not null,
  post_id text,
  text text not null,
  primary key (call_id, serial)
);
comment on table coordination.entry is
  'What happened on a call, in order. The application may add and read, never change or remove.';
grant select, insert on coordination.entry to wangge_app;

create table coordination.number_counter (year int primary key, last int not null);
comment on table coordination.number_counter is 'The last number given to a whistle in a year; no gaps.';
grant select, insert, update on coordination.number_counter to wangge_app;
