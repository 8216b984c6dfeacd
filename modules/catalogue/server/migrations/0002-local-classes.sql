create table catalogue.local_class (
  class_kind text not null,
  class_code text not null check (class_code ~ '^[0-9]{5}$'),
  version int not null check (version >= 1),
  name text not null,
  name_en text not null,
  old_code text,
  adopted_as text,
  valid_from date not null,
  is_ended boolean not null,
  by_id text not null,
  at timestamptz not null,
  primary key (class_kind, class_code, version)
);
comment on table catalogue.local_class is
  'Classes that the place added to the national catalogue, every version. In force on a day is the latest version that begins by then, unless ended or adopted by a national class. The application may add and read, never change or remove.';
grant select, insert on catalogue.local_class to wangge_app;
