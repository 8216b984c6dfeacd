create schema exchange;
grant usage on schema exchange to wangge_app;

create table exchange.client (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('sensor', 'video', 'superior', 'media')),
  grid_path text,
  repeat_minutes int not null check (repeat_minutes >= 0),
  key_hash bytea not null unique,
  key_hint text not null,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text
);
comment on table exchange.client is
  'Other systems that report matters by themselves. The key is kept as a hash only.';
grant select, insert, update on exchange.client to wangge_app;

create table exchange.event (
  client_id uuid not null references exchange.client (id),
  event_id text not null,
  at timestamptz not null,
  happened_at timestamptz,
  device text,
  signal text,
  case_id uuid not null,
  case_number text not null,
  is_repeat boolean not null,
  primary key (client_id, event_id)
);
create index event_case on exchange.event (case_id, at);
create index event_time on exchange.event (client_id, at, event_id);
create index event_device on exchange.event (client_id, device, signal, at) where device is not null;
create index event_number on exchange.event (client_id, case_number);
comment on table exchange.event is
  'What a client reported, by its own id, and the case that came of it. The application may add and read, never change or remove.';
grant select, insert on exchange.event to wangge_app;
