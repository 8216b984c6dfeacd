create table registry.sheet_export (
  id uuid primary key,
  by_id text not null,
  post_id text,
  grants jsonb not null,
  kind text not null,
  grid_path text not null,
  columns jsonb not null,
  format text not null check (format in ('xlsx', 'csv')),
  reason text not null,
  state text not null check (state in ('running', 'done', 'stopped')),
  rows int not null default 0,
  total int not null default 0,
  pieces int not null default 0,
  bytes bigint not null default 0,
  created_at timestamptz not null,
  beat_at timestamptz not null
);
create index sheet_export_by on registry.sheet_export (by_id, created_at desc);
create index sheet_export_running on registry.sheet_export (beat_at) where state = 'running';
comment on table registry.sheet_export is
  'Who took which list out of the library, with which columns and why; kept. Only who asked for it can fetch the file.';
grant select, insert, update on registry.sheet_export to wangge_app;

create table registry.export_piece (
  export_id uuid not null references registry.sheet_export (id),
  serial int not null,
  sealed bytea not null,
  primary key (export_id, serial)
);
comment on table registry.export_piece is 'The bytes of a list that was taken out, sealed; removed after a day.';
grant select, insert, delete on registry.export_piece to wangge_app;
