create schema supervision;
grant usage on schema supervision to wangge_app;

create table supervision.order_paper (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('urge', 'order', 'instruction')),
  state text not null,
  demand text not null,
  unit_id text not null,
  unit_name text not null,
  case_id uuid,
  case_number text,
  from_id uuid references supervision.order_paper (id),
  grid_path text,
  issued_by text not null,
  issued_at timestamptz not null,
  due_at timestamptz,
  replied_at timestamptz,
  timer jsonb not null,
  entries jsonb not null
);
create index order_paper_case on supervision.order_paper (case_id) where case_id is not null;
create index order_paper_unit on supervision.order_paper (unit_id, issued_at);
create index order_paper_time on supervision.order_paper (issued_at);
comment on table supervision.order_paper is
  'Urges, supervision orders and leaders'' instructions, each with everything that was said on it, in order.';
grant select, insert, update on supervision.order_paper to wangge_app;

create table supervision.number_counter (kind text not null, year int not null, last int not null, primary key (kind, year));
comment on table supervision.number_counter is 'The last number given to an order of a kind in a year; no gaps.';
grant select, insert, update on supervision.number_counter to wangge_app;

create table supervision.escalation (
  subject_kind text not null,
  subject_id text not null,
  timer text not null,
  started_at timestamptz not null,
  light text not null,
  level text not null,
  at timestamptz not null,
  told text[] not null,
  primary key (subject_kind, subject_id, timer, started_at, light, level)
);
comment on table supervision.escalation is
  'Who was told of which light of a limit: once for each light and level. The application may add and read, never change or remove.';
grant select, insert on supervision.escalation to wangge_app;

create table supervision.case_fact (
  case_id uuid primary key,
  version int not null,
  number text not null,
  title text not null,
  status text not null,
  reported_at timestamptz not null,
  unit_id text,
  post_id text,
  owner_id text,
  grid_path text not null,
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  lon float8,
  lat float8,
  is_open boolean not null,
  is_closed boolean not null,
  counts boolean not null,
  rework_count int not null,
  stars int,
  solved boolean,
  accept_due timestamptz,
  accept_done timestamptz,
  handle_due timestamptz,
  handle_done timestamptz,
  whole_due timestamptz,
  whole_done timestamptz,
  stage_due timestamptz,
  light smallint not null,
  next_at timestamptz,
  read_at timestamptz not null
);
create index case_fact_whole on supervision.case_fact (whole_due);
create index case_fact_done on supervision.case_fact (whole_done);
create index case_fact_accept on supervision.case_fact (accept_due);
create index case_fact_handle on supervision.case_fact (handle_due);
create index case_fact_reported on supervision.case_fact (reported_at);
create index case_fact_open on supervision.case_fact (light, stage_due) where is_open;
create index case_fact_next on supervision.case_fact (next_at) where next_at is not null;
comment on table supervision.case_fact is
  'What the board counts, one row for each case: its limits as due and done. Worked out from the case by a job; may be emptied and is filled again.';
grant select, insert, update, delete on supervision.case_fact to wangge_app;
