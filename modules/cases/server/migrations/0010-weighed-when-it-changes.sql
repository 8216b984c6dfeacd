-- What was counted around a case is kept, so that a minute in which nothing happened there counts nothing again.
alter table cases.priority
  add column reports int not null default 1,
  add column repeats int not null default 0,
  -- By which settings and calendars; those of before are none, so all are weighed anew.
  add column weighed_by text not null default '',
  -- When time alone says something else; null where it does not.
  add column next_at timestamptz,
  -- Worked out from the case, and deleted when it ends: watching that it is there would hold the case for others.
  drop constraint priority_case_id_fkey;
create index priority_next on cases.priority (weighed_by, next_at);
comment on table cases.priority is
  'How much each open case presses, with its reasons and what was counted. Weighed again when something changes; nothing is decided by it.';
