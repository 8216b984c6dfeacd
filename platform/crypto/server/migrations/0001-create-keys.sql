create schema keys;
grant usage on schema keys to wangge_app;

create table keys.rotation (
  id uuid primary key,
  ring text not null check (ring in ('sealing', 'index')),
  key_id text not null,
  reason text not null,
  by_id text not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index rotation_ring on keys.rotation (ring, started_at);
comment on table keys.rotation is
  'Each change of a key: its name (never the key), who and why, and when everything had been made anew.';
grant select, insert, update (finished_at) on keys.rotation to wangge_app;

create table keys.progress (
  rotation_id uuid not null references keys.rotation (id),
  store text not null,
  -- The last row that was done, as text; null before the first.
  after text,
  done int not null,
  total int not null,
  is_finished boolean not null,
  primary key (rotation_id, store)
);
comment on table keys.progress is
  'How far a change of key has come in each place that keeps sealed values, so that it goes on where it was stopped.';
grant select, insert, update (after, done, is_finished) on keys.progress to wangge_app;
