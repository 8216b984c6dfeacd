create table hotline.case_call_back (
  case_id uuid not null,
  case_number text not null,
  try int not null check (try >= 1),
  at timestamptz not null,
  by_id text not null,
  reached boolean not null,
  solved boolean,
  satisfaction text,
  note text,
  -- Reached, or tried as often as the settings say.
  is_last boolean not null,
  primary key (case_id, try),
  check (reached = (solved is not null)),
  check (reached = (satisfaction is not null))
);
create index case_call_back_time on hotline.case_call_back (at);
comment on table hotline.case_call_back is
  'Each try to call back somebody who reported a case otherwise than by phone and left a number. The application may add and read, never change or remove.';
grant select, insert on hotline.case_call_back to wangge_app;
-- What was said about a case is read by the board.
create index call_case on hotline.call (case_id) where case_id is not null;
