create schema worktime;
grant usage on schema worktime to wangge_app;

create table worktime.calendar (
  key text primary key check (key = 'default' or key ~ '^[0-9]{6}$'),
  name text not null,
  offset_minutes int not null default 480 check (offset_minutes between -720 and 840),
  -- Monday to Sunday, each a list of {from, until} in minutes of the day. Null: as the default calendar, and there 9:00-12:00 and 13:30-17:30.
  week jsonb,
  version int not null default 1,
  changed_at timestamptz
);
comment on table worktime.calendar is
  'When people work: one calendar for all, and one for each district that keeps its own. A district has the days of the default calendar unless it says otherwise.';
grant select, insert, update on worktime.calendar to wangge_app;
insert into worktime.calendar (key, name) values ('default', '通用');

create table worktime.day (
  calendar text not null references worktime.calendar (key),
  day date not null,
  kind text not null check (kind in ('rest', 'work')),
  name_chinese text not null,
  name_english text not null,
  spans jsonb,
  source text not null,
  changed_at timestamptz not null,
  primary key (calendar, day)
);
comment on table worktime.day is
  'Days that are not as their weekday says: statutory holidays, make-up working days, days with hours of their own. Filled from the package chinese-days once for each year, edited by people afterwards.';
grant select, insert, update, delete on worktime.day to wangge_app;

create table worktime.year (
  calendar text not null references worktime.calendar (key),
  year int not null,
  source text not null,
  changed_at timestamptz not null,
  primary key (calendar, year)
);
comment on table worktime.year is
  'Years whose holidays are entered. A deadline that touches another year is counted by ordinary weeks, and says so.';
grant select, insert, delete on worktime.year to wangge_app;

create table worktime.timer (
  id bigint generated always as identity primary key,
  subject_kind text not null,
  subject_id text not null,
  name text not null,
  number text,
  calendar text not null,
  clock text not null,
  amount float8 not null check (amount > 0),
  started_at timestamptz not null,
  marks jsonb not null default '[]',
  yellow float8,
  orange float8,
  due_at timestamptz,
  ended_at timestamptz,
  paused boolean not null,
  exempt boolean not null,
  uncovered int[] not null default '{}',
  -- 0 green, 1 yellow, 2 orange, 3 red: as last looked at, and as last told to whoever listens.
  light smallint not null,
  told smallint not null,
  untold boolean not null default false,
  told_at timestamptz not null,
  -- Grows whenever the owner says something new: a replay must not write what it counted from older facts.
  revision int not null default 1,
  -- When to look at it again: never too late, but too early after a changed calendar has put it off.
  next_at timestamptz,
  unique (subject_kind, subject_id, name)
) with (fillfactor = 50);
create index timer_next on worktime.timer (next_at) where next_at is not null;
create index timer_open on worktime.timer (id) where ended_at is null;
create index timer_uncovered on worktime.timer (calendar) where uncovered <> '{}' and ended_at is null;
comment on table worktime.timer is
  'Limits that run on matters, and those that ended. What the owner of the matter says (limit, start, marks) is the truth; due time and light follow from it and from the calendar, and are counted again when that changes.';
grant select, insert, update, delete on worktime.timer to wangge_app;

create table worktime.replay (
  id uuid primary key,
  calendar text not null,
  reason text not null,
  since date,
  asked_at timestamptz not null,
  asked_by text,
  started_at timestamptz,
  finished_at timestamptz,
  total int,
  done int not null default 0,
  moved int not null default 0,
  up_to bigint not null default 0
);
create index replay_asked on worktime.replay (asked_at desc, id desc);
comment on table worktime.replay is
  'Each time that running limits were counted again because a calendar had changed, with how far it has come.';
grant select, insert, update, delete on worktime.replay to wangge_app;

create table worktime.moved (
  replay_id uuid not null,
  timer_id bigint not null,
  subject_kind text not null,
  subject_id text not null,
  name text not null,
  number text,
  due_before timestamptz,
  due_after timestamptz,
  primary key (replay_id, timer_id)
);
comment on table worktime.moved is 'Which deadlines a changed calendar moved, from when to when. Swept after a quarter of a year.';
grant select, insert, delete on worktime.moved to wangge_app;

-- A changed calendar rewrites due times of many lines at once; with room on each page their indexes stay as they are.
alter table inbox.item set (fillfactor = 50);
