create schema commands;
grant usage on schema commands to wangge_app;

create table commands.request (
  actor_id text not null,
  request_id uuid not null,
  command text not null,
  input_hash text not null,
  output jsonb,
  at timestamptz not null,
  primary key (actor_id, request_id)
);
create index request_at on commands.request (at);
comment on table commands.request is
  'Answers already given, so that a repeated request is answered again and not carried out twice. Swept after 90 days.';
grant select, insert, update, delete on commands.request to wangge_app;
