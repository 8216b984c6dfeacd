create table cases.standard_text (
  id uuid primary key,
  version int not null check (version >= 1),
  step text not null,
  class_kind text,
  class_code text,
  body text not null,
  is_retired boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((class_kind is null) = (class_code is null))
);
create index standard_text_step on cases.standard_text (step) where not is_retired;
comment on table cases.standard_text is
  'Words that are written often, by step and, where it matters, by class. Chosen by a person, changed before sending, never written by themselves.';
grant select, insert, update on cases.standard_text to wangge_app;
