create schema hotline;
grant usage on schema hotline to wangge_app;

create table hotline.call (
  id uuid primary key,
  taken_at timestamptz not null,
  taken_by text not null,
  unit_id text,
  phone_sealed bytea not null,
  phone_index bytea not null,
  masked_number text not null,
  name_sealed bytea,
  kind text not null,
  summary text not null,
  place text,
  outcome text not null check (outcome in ('open', 'answered', 'case')),
  answer text,
  article_id uuid,
  article_version int,
  case_id uuid,
  case_number text,
  called_back_at timestamptz,
  check ((outcome = 'case') = (case_id is not null)),
  check ((outcome = 'answered') = (answer is not null))
);
create index call_phone on hotline.call (phone_index, taken_at);
create index call_unit on hotline.call (unit_id, taken_at);
create index call_to_call_back on hotline.call (unit_id, id) where case_id is not null and called_back_at is null;
comment on table hotline.call is
  'Calls to the hotline desk. The number is sealed; a keyed hash finds earlier calls of the same number.';
grant select, insert, update on hotline.call to wangge_app;

create table hotline.caller_look (
  call_id uuid not null references hotline.call (id),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  reason text not null
);
create index caller_look_call on hotline.caller_look (call_id, at);
comment on table hotline.caller_look is
  'Who looked at a caller''s number and earlier calls, and why. The application may add and read, never change or remove.';
grant select, insert on hotline.caller_look to wangge_app;

create table hotline.article (
  id uuid not null,
  version int not null check (version >= 1),
  title text not null,
  body text not null,
  valid_from date not null,
  is_retired boolean not null,
  by_id text not null,
  at timestamptz not null,
  words tsvector not null,
  primary key (id, version)
);
create index article_words on hotline.article using gin (words);
comment on table hotline.article is
  'The knowledge base, every version of it. In force on a day is the latest version that begins by then, unless retired.';
grant select, insert on hotline.article to wangge_app;

create table hotline.call_back (
  call_id uuid not null references hotline.call (id),
  try int not null check (try >= 1),
  at timestamptz not null,
  by_id text not null,
  reached boolean not null,
  solved boolean,
  satisfaction text,
  note text,
  primary key (call_id, try),
  check (reached = (solved is not null)),
  check (reached = (satisfaction is not null))
);
create index call_back_time on hotline.call_back (at);
comment on table hotline.call_back is
  'Each try to call somebody back after closing. The application may add and read, never change or remove.';
grant select, insert on hotline.call_back to wangge_app;
