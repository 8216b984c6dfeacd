create table files.upload (
  id uuid primary key,
  uploaded_by text not null,
  begun_at timestamptz not null,
  total int not null check (total > 0),
  arrived int not null check (arrived between 0 and total)
);
create index upload_begun on files.upload (begun_at);
comment on table files.upload is
  'A photo that is on its way in pieces, under the id its sender gave it; gone as soon as it is whole.';
grant select, insert, update, delete on files.upload to wangge_app;

create table files.upload_piece (
  upload_id uuid not null references files.upload (id) on delete cascade,
  at int not null,
  bytes bytea not null,
  primary key (upload_id, at)
);
comment on table files.upload_piece is
  'What has come of a photo so far. In the database, so that whichever server gets the next piece knows the earlier ones.';
grant select, insert, delete on files.upload_piece to wangge_app;
