create schema live;
grant usage on schema live to wangge_app;

create table live.change (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  at timestamptz not null,
  subject_kind text not null,
  subject_id text not null,
  permission text not null,
  grid_path text,
  unit_id text,
  post_id text,
  owner_id text,
  primary key (xid, id)
);
comment on table live.change is
  'That something changed, and who may know. Read in order of transaction by the web processes, which tell their listeners; swept after a day.';
grant select, insert, delete on live.change to wangge_app;
