create schema settings;
grant usage on schema settings to wangge_app;

create table settings.entered (
  group_name text not null,
  key text not null,
  version int not null check (version >= 1),
  value jsonb,
  valid_from date not null,
  reason text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (group_name, key, version)
);
comment on table settings.entered is
  'Numbers of the procedure that the place has set, every version. In force on a day is the latest version that begins by then; without a value the default of the program holds. The application may add and read, never change or remove.';
grant select, insert on settings.entered to wangge_app;
