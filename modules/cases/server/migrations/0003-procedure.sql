-- The statuses are the type of the program; a list of them here would be a second copy.
alter table cases.case_file drop constraint case_file_status_check;
alter table cases.case_file
  -- Where it stands beside its status, read and written whole: claims, checks, assistants, extensions, timers …
  add column procedure jsonb not null default '{}',
  add column level text not null default 'community',
  add column work_path text,
  add column claimed_by text,
  add column suspended_until timestamptz,
  add column is_simple boolean not null default false,
  add column is_held_up boolean not null default false;
create index case_file_suspended on cases.case_file (suspended_until) where suspended_until is not null;
create index case_file_verifier on cases.case_file (post_id) where status = 'handled';
create index case_file_pool on cases.case_file (reported_at) where status = 'reported' and claimed_by is null;
