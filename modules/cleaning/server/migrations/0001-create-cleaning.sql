create schema cleaning;
grant usage on schema cleaning to wangge_app;

create table cleaning.look (
  id uuid primary key,
  section_id uuid not null,
  at timestamptz not null,
  device_at timestamptz not null,
  heard_at timestamptz not null,
  -- The month by the clocks of the place, in which it counts: 2026-11.
  month text not null check (month ~ '^\d{4}-\d{2}$'),
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
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored
);
create index look_section on cleaning.look (section_id, month);
comment on table cleaning.look is
  'A section was looked at. Nothing asks how many looks somebody made. The application may add and read, never change or remove.';
grant select, insert on cleaning.look to wangge_app;

create table cleaning.deduction (
  -- The look in which it was found: one look, one thing.
  id uuid primary key references cleaning.look (id),
  section_id uuid not null,
  month text not null,
  item text not null,
  reason text not null,
  lon double precision,
  lat double precision,
  points_first int not null check (points_first > 0),
  -- What stands now; the events say how it came to that.
  points int not null check (points between 0 and points_first),
  state text not null,
  outcome text,
  object_until timestamptz not null,
  check ((lon is null) = (lat is null)),
  check ((state = 'decided') = (outcome is not null))
);
create index deduction_section on cleaning.deduction (section_id, month);
create index deduction_open on cleaning.deduction (id) where state = 'objected';
comment on table cleaning.deduction is
  'Points taken off a section, with why and where. Its row is what its events make of it; it belongs to a section, not to a person.';
grant select, insert on cleaning.deduction to wangge_app;
grant update (points, state, outcome) on cleaning.deduction to wangge_app;

create table cleaning.event (
  id uuid primary key,
  deduction_id uuid not null references cleaning.deduction (id),
  at timestamptz not null,
  kind text not null,
  by_id text not null,
  post_id text,
  text text not null,
  points int,
  outcome text
);
create index event_deduction on cleaning.event (deduction_id, at, id);
comment on table cleaning.event is
  'What happened to a deduction: taken off, objected to, decided. The application may add and read, never change or remove.';
grant select, insert on cleaning.event to wangge_app;
