create schema diary;
grant usage on schema diary to wangge_app;

create table diary.entry (
  id uuid primary key,
  written_at timestamptz not null,
  owner_id text not null,
  post_id text,
  unit_id text,
  kind text not null,
  way text not null,
  text text not null,
  person_sealed bytea,
  lon double precision,
  lat double precision,
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
  outcome text not null check (outcome in ('open', 'answered', 'watched', 'case', 'transferred')),
  due_at timestamptz not null,
  first_feedback_at timestamptz,
  case_id uuid,
  case_number text,
  order_number text,
  words tsvector not null,
  check ((outcome = 'open') = (first_feedback_at is null)),
  check ((outcome in ('case', 'transferred')) = (case_id is not null)),
  check ((outcome = 'transferred') = (order_number is not null))
);
create index entry_time on diary.entry (written_at, id);
create index entry_place_1 on diary.entry (place_1, written_at, id);
create index entry_place_2 on diary.entry (place_2, written_at, id);
create index entry_place_3 on diary.entry (place_3, written_at, id);
create index entry_owner on diary.entry (owner_id, written_at, id);
create index entry_unanswered on diary.entry (due_at) where first_feedback_at is null;
create index entry_words on diary.entry using gin (words);
comment on table diary.entry is
  'The people''s diary: one visit or talk about one matter. Whom one met is sealed.';
grant select, insert, update on diary.entry to wangge_app;

create table diary.feedback (
  entry_id uuid not null references diary.entry (id),
  serial int not null check (serial >= 1),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  outcome text not null,
  text text not null,
  primary key (entry_id, serial)
);
comment on table diary.feedback is
  'What was answered to an entry, each time. The application may add and read, never change or remove.';
grant select, insert on diary.feedback to wangge_app;

create table diary.transfer (
  number text primary key,
  entry_id uuid not null unique references diary.entry (id),
  case_id uuid not null,
  note text not null,
  at timestamptz not null,
  by_id text not null,
  post_id text
);
comment on table diary.transfer is
  'Transfer orders: a matter of a diary handed up to the street. The application may add and read, never change or remove.';
grant select, insert on diary.transfer to wangge_app;

create table diary.number_counter (
  district text not null,
  year int not null,
  last int not null,
  primary key (district, year)
);
comment on table diary.number_counter is 'The last number of a transfer order by district and year.';
grant select, insert, update on diary.number_counter to wangge_app;

create table diary.person_look (
  entry_id uuid not null references diary.entry (id),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  reason text not null
);
create index person_look_entry on diary.person_look (entry_id, at);
comment on table diary.person_look is
  'Who looked at whom an entry is about, and why. The application may add and read, never change or remove.';
grant select, insert on diary.person_look to wangge_app;
