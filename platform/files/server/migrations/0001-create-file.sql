create schema files;
grant usage on schema files to wangge_app;

create table files.file (
  id uuid primary key,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  width int not null,
  height int not null,
  bytes int not null,
  sha256 text not null,
  taken_at timestamptz,
  taken_lon double precision,
  taken_lat double precision
);
create index file_uploaded on files.file (uploaded_at);
comment on table files.file is
  'A photo as it was received: when and where it was taken is read from it first, then everything but the picture is removed.';
grant select, insert, delete on files.file to wangge_app;

create table files.attachment (
  file_id uuid primary key references files.file (id),
  subject_kind text not null,
  subject_id text not null,
  role text not null,
  attached_by text not null,
  attached_at timestamptz not null
);
create index attachment_subject on files.attachment (subject_kind, subject_id);
comment on table files.attachment is
  'Which thing a photo belongs to, for good: who may see the thing may see the photo. The application may add and read, never change or remove.';
grant select, insert on files.attachment to wangge_app;
