-- A step of a matter starts one limit and ends another; the rest stand. Only what is new or said anew is sent and compared.
create function worktime.change_timers(calendar_lock bigint, of_kind text, of_id text, of_number text, calendar_key text,
  counted_with int, moment timestamptz, gone text[], timers jsonb) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(calendar_lock);
  if counted_with is distinct from (
    select sum(version)::int from worktime.calendar where key = 'default' or starts_with(calendar_key, key)
  ) then
    raise exception 'the work calendar has changed' using errcode = 'WG001';
  end if;

  if cardinality(gone) > 0 then
    delete from worktime.timer where subject_kind = of_kind and subject_id = of_id and name = any (gone);
  end if;

  -- What a new start has been told of is nothing; and a light that went back is told again when it returns.
  insert into worktime.timer as old (subject_kind, subject_id, number, calendar, told, told_at, name, clock, amount,
    started_at, marks, yellow, orange, due_at, ended_at, paused, exempt, uncovered, light, next_at)
  select of_kind, of_id, of_number, calendar_key, 0, moment, name, clock, amount, started_at, marks, yellow, orange,
    due_at, ended_at, paused, exempt, uncovered, light,
    case when ended_at is null and light > 0 then moment else next_at end
  from jsonb_to_recordset(timers) as given (name text, clock text, amount float8, started_at timestamptz, marks jsonb,
    yellow float8, orange float8, due_at timestamptz, ended_at timestamptz, paused boolean, exempt boolean,
    uncovered int[], light smallint, next_at timestamptz)
  on conflict (subject_kind, subject_id, name) do update set number = excluded.number, calendar = excluded.calendar,
    clock = excluded.clock, amount = excluded.amount, started_at = excluded.started_at, marks = excluded.marks,
    yellow = excluded.yellow, orange = excluded.orange, due_at = excluded.due_at, ended_at = excluded.ended_at,
    paused = excluded.paused, exempt = excluded.exempt, uncovered = excluded.uncovered, light = excluded.light,
    told = least(case when old.started_at = excluded.started_at then old.told else 0 end, excluded.light),
    revision = old.revision + 1, untold = old.untold and excluded.ended_at is null,
    next_at = case when excluded.ended_at is not null then null
      when old.untold then old.next_at
      when excluded.light > least(case when old.started_at = excluded.started_at then old.told else 0 end, excluded.light)
        then moment
      when excluded.light = 0 then excluded.next_at
      else (select (value ->> 'next_at')::timestamptz from jsonb_array_elements(timers)
        where value ->> 'name' = excluded.name) end
  where (old.number, old.calendar, old.clock, old.amount, old.started_at, old.marks, old.yellow, old.orange, old.due_at,
      old.ended_at, old.paused, old.exempt, old.uncovered, old.light)
    is distinct from (excluded.number, excluded.calendar, excluded.clock, excluded.amount, excluded.started_at,
      excluded.marks, excluded.yellow, excluded.orange, excluded.due_at, excluded.ended_at, excluded.paused,
      excluded.exempt, excluded.uncovered, excluded.light);
end $$;
comment on function worktime.change_timers is
  'Ends the limits of a thing that are gone and writes those that are new or were said anew; what stands unchanged is not named. Raises WG001 when they were counted with a calendar that has changed.';
grant execute on function worktime.change_timers to wangge_app;

create or replace function worktime.keep_timers(calendar_lock bigint, of_kind text, of_id text, of_number text,
  calendar_key text, counted_with int, moment timestamptz, timers jsonb) returns void language plpgsql as $$
begin
  perform worktime.change_timers(calendar_lock, of_kind, of_id, of_number, calendar_key, counted_with, moment,
    array(select name from worktime.timer where subject_kind = of_kind and subject_id = of_id
      and name <> all (array(select value ->> 'name' from jsonb_array_elements(timers)))),
    timers);
end $$;
