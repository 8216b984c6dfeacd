-- What was done on a phone with no network comes in later. When that was by the phone's own clock is kept beside the entry,
-- and never in the place of the server's time: a phone's clock may be wrong.
create table audit.device_time (
  actor_id text not null,
  request_id text not null,
  device_at timestamptz not null,
  primary key (actor_id, request_id)
);
comment on table audit.device_time is
  'By the clock of the device: when somebody did what an audit entry tells, for requests that say so. Added once, never changed.';
grant select, insert on audit.device_time to wangge_app;
