create table cases.priority (
  case_id uuid primary key references cases.case_file (id),
  score int not null check (score between 0 and 100),
  reasons jsonb not null,
  at timestamptz not null
);
comment on table cases.priority is
  'How much each open case presses, with its reasons. Weighed again each minute by a job; nothing is decided by it.';
grant select, insert, update, delete on cases.priority to wangge_app;
