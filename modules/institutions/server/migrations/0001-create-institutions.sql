create schema institutions;
grant usage on schema institutions to wangge_app;

create table institutions.document (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  grid_path text not null,
  repealed_from date,
  repeal_reason text,
  replaced_by uuid references institutions.document (id),
  check ((repealed_from is null) = (repeal_reason is null))
);
comment on table institutions.document is
  'Institutions (制度): rules, covenants, standards and notices by their number. Repealed, never removed.';
grant select, insert on institutions.document to wangge_app;
grant update (repealed_from, repeal_reason, replaced_by) on institutions.document to wangge_app;

create table institutions.version (
  document_id uuid not null references institutions.document (id),
  version int not null check (version >= 1),
  title text not null,
  body text not null,
  in_force_from date not null,
  in_force_until date,
  areas text[] not null,
  reader_roles text[] not null,
  reader_grid text,
  asks_again boolean not null,
  change_note text not null,
  made_at timestamptz not null,
  made_by text not null,
  words tsvector not null,
  primary key (document_id, version),
  check (in_force_until is null or in_force_until >= in_force_from)
);
create index version_words on institutions.version using gin (words);
comment on table institutions.version is
  'Every wording that an institution had: from when, for notices until when and in which grids, and which roles must read it. The application may add and read, never change or remove.';
grant select, insert on institutions.version to wangge_app;

create table institutions.acknowledgement (
  document_id uuid not null,
  version int not null,
  person_id text not null,
  post_id text,
  at timestamptz not null,
  primary key (document_id, version, person_id),
  foreign key (document_id, version) references institutions.version (document_id, version)
);
create index acknowledgement_person on institutions.acknowledgement (person_id);
comment on table institutions.acknowledgement is
  'Who has read which wording, and when. The application may add and read, never change or remove.';
grant select, insert on institutions.acknowledgement to wangge_app;
