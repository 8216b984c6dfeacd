create table registry.sheet_import (
  id uuid primary key,
  name text not null,
  state text not null check (state in ('uploading', 'reading', 'mapping', 'checking', 'checked', 'taking', 'done', 'stopped')),
  by_id text not null,
  post_id text,
  -- What the importer may write, as it was when the columns were settled; asked again before each run.
  grants jsonb not null,
  grid_path text not null,
  -- The day on which the sheet was true.
  as_of date not null,
  bytes int not null,
  arrived int not null default 0,
  heading jsonb,
  guessed jsonb,
  mapping jsonb,
  defaults jsonb not null default '{}',
  signature bytea,
  sample bytea,
  lines int not null default 0,
  chunks int not null default 0,
  -- How many chunks the present phase is through: where it goes on after a restart.
  done int not null default 0,
  counts jsonb not null default '{}',
  problem text,
  created_at timestamptz not null,
  beat_at timestamptz not null
);
create index sheet_import_by on registry.sheet_import (by_id, created_at desc);
create index sheet_import_running on registry.sheet_import (beat_at) where state in ('reading', 'checking', 'taking');
comment on table registry.sheet_import is
  'Sheets on their way into the library: uploaded, read, columns settled, looked at, taken. Only who brought one sees it.';
grant select, insert, update, delete on registry.sheet_import to wangge_app;

create table registry.import_piece (
  import_id uuid not null references registry.sheet_import (id) on delete cascade,
  at int not null,
  sealed bytea not null,
  primary key (import_id, at)
);
comment on table registry.import_piece is 'The bytes of an uploaded sheet, sealed; removed when it has been read.';
grant select, insert, delete on registry.import_piece to wangge_app;

create table registry.import_chunk (
  import_id uuid not null references registry.sheet_import (id) on delete cascade,
  serial int not null,
  rows bytea not null,
  judged bytea,
  -- Which outcomes are in it, so that a list need not open all.
  outcomes text[] not null default '{}',
  primary key (import_id, serial)
);
comment on table registry.import_chunk is
  'Some hundred rows of a sheet and what was decided about them, sealed; removed some days after the import.';
grant select, insert, update, delete on registry.import_chunk to wangge_app;

create table registry.import_seen (
  import_id uuid not null references registry.sheet_import (id) on delete cascade,
  key bytea not null,
  row int not null,
  primary key (import_id, key)
);
comment on table registry.import_seen is 'Which row of a sheet first spoke of a person, by a keyed hash: the next one is a repetition.';
grant select, insert, delete on registry.import_seen to wangge_app;

create table registry.import_mark (
  key bytea primary key,
  thing_id uuid not null references registry.thing (id)
);
comment on table registry.import_mark is
  'Whom a row was taken as, by a keyed hash of what names the person in it, so that the same sheet again finds the same people.';
grant select, insert, delete on registry.import_mark to wangge_app;

create table registry.sheet_mapping (
  signature bytea primary key,
  mapping jsonb not null,
  defaults jsonb not null,
  by_id text not null,
  at timestamptz not null
);
comment on table registry.sheet_mapping is 'What the columns of a sheet were taken as last time, by the hash of its headings.';
grant select, insert, update on registry.sheet_mapping to wangge_app;

create table registry.street_alias (
  was text primary key,
  now text not null check (now <> was),
  by_id text not null,
  at timestamptz not null
);
comment on table registry.street_alias is 'Old and other names of streets and compounds, with the name that holds now.';
grant select, insert, update, delete on registry.street_alias to wangge_app;

create table registry.alike (
  id uuid primary key,
  a_id uuid not null references registry.thing (id),
  b_id uuid not null references registry.thing (id),
  score real not null,
  reasons jsonb not null,
  found_at timestamptz not null,
  source text not null,
  decision text check (decision in ('merged', 'apart')),
  decided_at timestamptz,
  decided_by text,
  check (a_id < b_id),
  check ((decision is null) = (decided_at is null)),
  unique (a_id, b_id)
);
create index alike_open on registry.alike (score desc, id) where decision is null;
comment on table registry.alike is
  'Two records that look like one person, with the reasons. A person decides; what was said to be two stays two.';
grant select, insert, update on registry.alike to wangge_app;

create table registry.merge (
  id uuid primary key,
  kept_id uuid not null references registry.thing (id),
  gone_id uuid not null references registry.thing (id),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  reason text not null,
  -- What has to be put back when it is undone.
  undo jsonb not null,
  undone_at timestamptz,
  undone_by text,
  check (kept_id <> gone_id)
);
create index merge_kept on registry.merge (kept_id);
create index merge_gone on registry.merge (gone_id);
comment on table registry.merge is 'Two records made one, and what undoing it puts back. A merge is undone once and never removed.';
grant select, insert, update (undone_at, undone_by) on registry.merge to wangge_app;

-- Homes by their door and households by their number: each row of a sheet asks.
create index thing_door on registry.thing ((fields ->> 'building'), (fields ->> 'room')) where kind = 'housing';
create index thing_household_number on registry.thing ((fields ->> 'number')) where kind = 'household';
-- Namesakes of one day of birth: each new person is held against them.
create index thing_namesakes on registry.thing (title, born_on) where kind = 'person';
