create schema cases;
grant usage on schema cases to wangge_app;

create table cases.case_file (
  id uuid primary key,
  number text not null unique,
  status text not null check (status in
    ('reported', 'accepted', 'filed', 'dispatched', 'handled', 'verified', 'closed', 'refused', 'joined')),
  source text not null,
  title text,
  description text not null,
  lon double precision,
  lat double precision,
  -- Millionths of a degree: the geometric types compare with an epsilon of 1e-6, which in degrees is ten centimetres
  -- and makes "inside" wrong at borders.
  spot point generated always as (point(lon * 1000000, lat * 1000000)) stored,
  accuracy_metres double precision,
  frame text,
  address text,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  grid_names text[] not null,
  no_grid boolean not null,
  class_kind text check (class_kind in ('component', 'event')),
  class_code text,
  unit_id text,
  post_id text,
  owner_id text,
  dispatched_by text,
  handled_by text,
  photos jsonb not null,
  rework_count int not null,
  into_id uuid,
  into_number text,
  rating jsonb,
  made_at timestamptz,
  clock_off_seconds bigint,
  reported_at timestamptz not null,
  since timestamptz not null,
  version int not null,
  words tsvector not null,
  check ((class_kind is null) = (class_code is null)),
  check ((lon is null) = (lat is null))
);
comment on table cases.case_file is
  'A case as it stands now. Derived from case_event by the reducer and written together with it, by case-store.ts only.';
-- Lists of a place walk one of these from the end, whichever statuses are wanted.
create index case_file_place_1 on cases.case_file (place_1, reported_at, id);
create index case_file_place_2 on cases.case_file (place_2, reported_at, id);
create index case_file_place_3 on cases.case_file (place_3, reported_at, id);
create index case_file_place_4 on cases.case_file (place_4, reported_at, id);
create index case_file_place_1_status on cases.case_file (place_1, status, reported_at, id);
create index case_file_place_2_status on cases.case_file (place_2, status, reported_at, id);
create index case_file_place_3_status on cases.case_file (place_3, status, reported_at, id);
create index case_file_place_4_status on cases.case_file (place_4, status, reported_at, id);
create index case_file_time on cases.case_file (reported_at, id);
create index case_file_unit on cases.case_file (unit_id, status, reported_at, id) where unit_id is not null;
create index case_file_post on cases.case_file (post_id, status, reported_at, id) where post_id is not null;
create index case_file_owner on cases.case_file (owner_id, reported_at, id) where owner_id is not null;
create index case_file_into on cases.case_file (into_id) where into_id is not null;
create index case_file_spot on cases.case_file using gist (spot);
create index case_file_words on cases.case_file using gin (words);
grant select, insert, update on cases.case_file to wangge_app;

create table cases.case_event (
  case_id uuid not null references cases.case_file (id),
  version int not null check (version >= 1),
  at timestamptz not null,
  body jsonb not null,
  primary key (case_id, version)
);
comment on table cases.case_event is
  'What happened to a case, in the order of version. The application may add and read, never change or remove.';
grant select, insert on cases.case_event to wangge_app;

create table cases.number_counter (
  district text not null,
  year int not null,
  last int not null,
  primary key (district, year)
);
comment on table cases.number_counter is
  'The last number given in a district in a year. Its row is held from taking a number to the end of the unit of work, so numbers have no gaps.';
grant select, insert, update on cases.number_counter to wangge_app;

create table cases.receipt (
  case_id uuid primary key references cases.case_file (id) deferrable initially deferred,
  actor_id text not null,
  request_id uuid not null,
  input_hash text not null,
  code_hash bytea not null,
  unique (actor_id, request_id)
);
comment on table cases.receipt is
  'What a reporter was handed. Taken first, so that a copy of the report sent at the same moment waits and gets the same answer. Of the follow code only a keyed hash is kept.';
grant select, insert on cases.receipt to wangge_app;

create table cases.reporter (
  case_id uuid primary key references cases.case_file (id),
  name_sealed bytea,
  phone_sealed bytea
);
comment on table cases.reporter is
  'Name and phone that a reporter left, sealed with a key that is not in this database, apart from the case so that nothing shows them by accident.';
grant select, insert, delete on cases.reporter to wangge_app;

create table cases.reporter_look (
  case_id uuid not null references cases.case_file (id),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  reason text not null
);
create index reporter_look_case on cases.reporter_look (case_id, at);
comment on table cases.reporter_look is
  'Who looked at a reporter''s name and phone, and why. The application may add and read, never change or remove.';
grant select, insert on cases.reporter_look to wangge_app;

create table cases.saved_view (
  id uuid primary key,
  person_id text not null,
  name text not null,
  filters jsonb not null,
  unique (person_id, name)
);
comment on table cases.saved_view is 'List filters that a person keeps under a name, for themselves.';
grant select, insert, update, delete on cases.saved_view to wangge_app;
