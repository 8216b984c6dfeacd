create schema audit;
grant usage on schema audit to wangge_app;

create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id text not null,
  post_id text,
  command text not null,
  subject_kind text not null,
  subject_id text not null,
  outcome text not null,
  request_id text not null,
  detail jsonb
);
create index entry_subject on audit.entry (subject_kind, subject_id, id);
create index entry_actor on audit.entry (actor_id, id);
comment on table audit.entry is
  'Who asked for what, about what, and how it ended, refusals too. The application may add and read, never change or remove.';
grant select, insert on audit.entry to wangge_app;

create table audit.seal (
  position bigint primary key,
  entry_id bigint not null unique,
  day date not null,
  hash text not null
);
comment on table audit.seal is
  'The chain over the entries: each hash covers the entry and the hash before it. Added a moment after the entries, by one sealer at a time.';
grant select, insert on audit.seal to wangge_app;

create table audit.day_head (
  day date primary key,
  last_position bigint not null,
  hash text not null,
  published_at timestamptz not null
);
comment on table audit.day_head is
  'The last hash of each finished day, shown and logged outside this database, so that a rewritten chain does not match what was published.';
grant select, insert on audit.day_head to wangge_app;
