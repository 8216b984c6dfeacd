create table grid.draft (
  id uuid primary key,
  name text not null,
  reason text not null,
  under text not null,
  state text not null check (state in ('open', 'submitted', 'approved', 'in-force', 'withdrawn')),
  made_by text not null,
  made_at timestamptz not null,
  submitted_by text,
  base_version bigint,
  comparison jsonb,
  in_force_from date,
  check (state not in ('submitted', 'approved', 'in-force') or (submitted_by is not null and comparison is not null)),
  check (state not in ('approved', 'in-force') or in_force_from is not null)
);
create unique index draft_approved on grid.draft ((true)) where state = 'approved';
comment on table grid.draft is
  'A change of the tree of grids that is being drawn, decided upon, or waits for its day. What is in force is in grid.grid alone.';
grant select, insert on grid.draft to wangge_app;
grant update (state, submitted_by, base_version, comparison, in_force_from) on grid.draft to wangge_app;

create table grid.draft_edit (
  draft_id uuid not null references grid.draft (id),
  serial int not null,
  edits jsonb,
  undoes int,
  by_id text not null,
  post_id text,
  at timestamptz not null,
  primary key (draft_id, serial),
  foreign key (draft_id, undoes) references grid.draft_edit (draft_id, serial),
  check ((edits is null) <> (undoes is null))
);
create unique index draft_edit_undone_once on grid.draft_edit (draft_id, undoes) where undoes is not null;
comment on table grid.draft_edit is
  'The journal of a draft: each step of drawing, and each step that takes one back. The draft is what they add up to.';
grant select, insert on grid.draft_edit to wangge_app;

create table grid.draft_step (
  draft_id uuid not null references grid.draft (id),
  serial int not null,
  step text not null,
  words text not null,
  by_id text not null,
  post_id text,
  at timestamptz not null,
  primary key (draft_id, serial)
);
comment on table grid.draft_step is 'What was decided about a draft: submitted, returned, approved, withdrawn, put in force.';
grant select, insert on grid.draft_step to wangge_app;

create table grid.succession (
  draft_id uuid not null references grid.draft (id),
  on_day date not null,
  from_path text,
  to_path text,
  check (from_path is not null or to_path is not null)
);
create index succession_from on grid.succession (from_path, on_day);
comment on table grid.succession is
  'What became of a grid: from_path gave ground to to_path on that day. Neither path is ever given again. Unions of grids follow it.';
grant select, insert on grid.succession to wangge_app;

create table grid.follow_up (
  draft_id uuid not null references grid.draft (id),
  kind text not null,
  done_at timestamptz not null,
  primary key (draft_id, kind)
);
comment on table grid.follow_up is 'Which modules have followed a tree that came into force; what is missing is tried again.';
grant select, insert on grid.follow_up to wangge_app;
