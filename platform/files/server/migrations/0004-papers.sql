-- Papers besides photos: a signed original as PDF or OFD, a form as DOCX or XLSX. What is written in them can be looked for.
alter table files.file
  alter column width drop not null,
  alter column height drop not null,
  add column name text,
  add column media text,
  add column text text,
  add check ((media is null) = (width is not null and height is not null)),
  add check ((media is null) = (name is null));
comment on table files.file is
  'A photo as it was received (when and where it was taken is read from it first, then everything but the picture is removed), or a paper under its name with the text that stands in it.';
