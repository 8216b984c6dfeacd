create schema relay;
grant usage on schema relay to wangge_app;

create table relay.word (
  id uuid primary key,
  title text not null,
  text text not null,
  at timestamptz not null,
  until_on date not null,
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
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  withdrawn_at timestamptz,
  withdrawn_by text,
  reason text not null default '',
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index word_time on relay.word (at, id);
comment on table relay.word is 'Words of the committee that building heads pass on to their households until a day.';
grant select, insert on relay.word to wangge_app;
grant update (withdrawn_at, withdrawn_by, reason) on relay.word to wangge_app;

create table relay.passing (
  word_id uuid not null references relay.word (id),
  post_id text not null,
  passed_at timestamptz,
  heard_at timestamptz,
  passed_by text,
  -- What households asked back, in the words of their head, and the answer: sealed.
  asked_sealed bytea,
  answered_at timestamptz,
  answered_by text,
  answer_sealed bytea,
  primary key (word_id, post_id),
  check ((passed_at is null) = (passed_by is null)),
  check (asked_sealed is null or passed_at is not null),
  check ((answered_at is null) = (answer_sealed is null))
);
create index passing_post on relay.passing (post_id, word_id);
comment on table relay.passing is
  'One post that was asked to pass a word on, once. Nothing says how many doors somebody knocked at.';
grant select, insert on relay.passing to wangge_app;
grant update (passed_at, heard_at, passed_by, asked_sealed, answered_at, answered_by, answer_sealed)
  on relay.passing to wangge_app;
