-- A million deadlines that move are forty rows of arrays instead of a million rows with an index: a replay is mostly the
-- writing of rows.
drop table worktime.moved;
create table worktime.moved_part (
  replay_id uuid not null,
  after bigint not null,
  up_to bigint not null,
  timer_ids bigint[] not null,
  subject_kinds text[] not null,
  subject_ids text[] not null,
  names text[] not null,
  numbers text[] not null,
  dues_before timestamptz[] not null,
  dues_after timestamptz[] not null,
  primary key (replay_id, after)
);
comment on table worktime.moved_part is
  'Which deadlines a changed calendar moved, from when to when, some thousand to a row in the order of the limits. Swept after a quarter of a year.';
grant select, insert, delete on worktime.moved_part to wangge_app;
-- Squeezing the lists would cost more than writing them.
alter table worktime.moved_part alter column timer_ids set storage external, alter column subject_kinds set storage external,
  alter column subject_ids set storage external, alter column names set storage external,
  alter column numbers set storage external, alter column dues_before set storage external,
  alter column dues_after set storage external;

create view worktime.moved as
  select p.replay_id, p.after, p.up_to, m.timer_id, m.subject_kind, m.subject_id, m.name, m.number, m.due_before, m.due_after
  from worktime.moved_part p, unnest(p.timer_ids, p.subject_kinds, p.subject_ids, p.names, p.numbers, p.dues_before,
    p.dues_after) as m(timer_id, subject_kind, subject_id, name, number, due_before, due_after);
comment on view worktime.moved is 'Each deadline that a changed calendar moved.';
grant select on worktime.moved to wangge_app;
