-- What is written in papers is read apart, after they have come: PDF as well. Those that are there wait to be read once more.
create table files.paper_text (
  file_id uuid primary key references files.file (id) on delete cascade,
  state text not null default 'waiting'
    check (state in ('waiting', 'whole', 'beginning', 'none', 'locked', 'too-much', 'broken')),
  text text not null default '',
  words tsvector not null default '',
  read_at timestamptz,
  check ((state = 'waiting') = (read_at is null))
);
create index paper_text_words on files.paper_text using gin (words);
create index paper_text_waiting on files.paper_text (file_id) where state = 'waiting';
comment on table files.paper_text is
  'What is written in a paper, to be looked for and quoted; or why it could not be read.';
grant select, insert on files.paper_text to wangge_app;
grant update (state, text, words, read_at) on files.paper_text to wangge_app;
insert into files.paper_text (file_id) select id from files.file where media is not null;

alter table files.file drop column text;
comment on table files.file is
  'A photo as it was received (when and where it was taken is read from it first, then everything but the picture is removed), or a paper under its name.';
