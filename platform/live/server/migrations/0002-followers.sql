create table live.follower (
  name text primary key,
  -- Every transaction before this one was over when it looked, so what they changed is known.
  xid xid8 not null,
  at timestamptz not null
);
comment on table live.follower is
  'How far a job that keeps a copy of something has followed live.change. May be emptied: then everything is compared once.';
grant select, insert, update, delete on live.follower to wangge_app;
