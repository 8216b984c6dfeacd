create schema notices;
grant usage on schema notices to wangge_app;

create table notices.notice (
  id uuid primary key,
  person_id text not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  params jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz
);
create index notice_person on notices.notice (person_id, at desc, id desc);
create index notice_unread on notices.notice (person_id) where read_at is null;
comment on table notices.notice is
  'News for one person that asks for nothing but to be read. The text is made from kind and params in the reader''s language.';
grant select, insert on notices.notice to wangge_app;
grant update (read_at) on notices.notice to wangge_app;
