create table files.goes_along (
  file_id uuid not null references files.file (id),
  subject_kind text not null,
  subject_id text not null,
  role text not null,
  at timestamptz not null,
  primary key (file_id, subject_kind, subject_id)
);
create index goes_along_subject on files.goes_along (subject_kind, subject_id);
comment on table files.goes_along is
  'A photo that belongs to one thing and is shown with another that came of it: a diary entry becomes a case. Who may see either may see the photo. The application may add and read, never change or remove.';
grant select, insert on files.goes_along to wangge_app;
