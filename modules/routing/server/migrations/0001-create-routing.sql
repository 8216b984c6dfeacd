create schema routing;
grant usage on schema routing to wangge_app;

create table routing.rule (
  id uuid not null,
  version int not null check (version >= 1),
  grid_path text,
  class_kind text check (class_kind in ('component', 'event')),
  class_start text not null,
  weekdays int[] not null,
  from_minute int check (from_minute between 0 and 1439),
  until_minute int check (until_minute between 0 and 1439),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  unit_id text not null,
  reason text not null,
  case_id uuid,
  case_number text,
  is_ended boolean not null,
  by_id text not null,
  at timestamptz not null,
  primary key (id, version),
  check ((from_minute is null) = (until_minute is null)),
  check (class_kind is not null or class_start = ''),
  check ((case_id is null) = (case_number is null))
);
comment on table routing.rule is
  'Which unit a case goes to by place, class and time, every version of each rule. The latest version counts, unless ended.';
grant select, insert on routing.rule to wangge_app;

create table routing.shift (
  id uuid primary key,
  unit_id text not null,
  post_id text not null,
  day date not null,
  from_minute int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 0 and 1439),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  stands_in_for text,
  reason text,
  by_id text not null,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by text,
  check ((stands_in_for is null) = (reason is null)),
  check ((removed_at is null) = (removed_by is null))
);
create index shift_unit on routing.shift (unit_id, day) where removed_at is null;
create index shift_post on routing.shift (post_id, starts_at) where removed_at is null;
comment on table routing.shift is
  'Who of a unit is on duty when. A plan that was replaced stays, marked as removed; the rest of a row never changes.';
grant select, insert, update (removed_at, removed_by) on routing.shift to wangge_app;
