-- A street or a community may keep hours of its own: a market that works in the evening, a scenic area that works at
-- weekends. A calendar holds for the code of an area and all that lies in it, the longest code that fits first; a limit
-- keeps the code of the place where its matter lies, so that a calendar made later takes it over.
alter table worktime.calendar drop constraint calendar_key_check,
  add constraint calendar_key_check check (key = 'default' or key ~ '^[0-9]{6}([0-9]{3}){0,2}$');
comment on table worktime.calendar is
  'When people work: one calendar for all, and one for each district, street or community that keeps its own. An area has the days of those around it unless it says otherwise.';
comment on column worktime.timer.calendar is
  'The code of the area whose calendar counts, or default: the calendar is the one with the longest key that begins it.';

-- Grows whenever a calendar changes that counts for an area: its own, or one around it.
create function worktime.version_for(area text) returns int language sql stable as $$
  select sum(version)::int from worktime.calendar where key = 'default' or starts_with(area, key)
$$;
grant execute on function worktime.version_for to wangge_app;

create or replace function worktime.keep_timers(calendar_lock bigint, of_kind text, of_id text, of_number text, calendar_key text,
  counted_with int, moment timestamptz, timers jsonb) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(calendar_lock);
  if counted_with is distinct from worktime.version_for(calendar_key) then
    raise exception 'the work calendar has changed' using errcode = 'WG001';
  end if;

  delete from worktime.timer
  where subject_kind = of_kind and subject_id = of_id
    and name <> all (array(select value ->> 'name' from jsonb_array_elements(timers)));

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
  -- What stands unchanged is left alone: most limits of a matter have ended long ago.
  where (old.number, old.calendar, old.clock, old.amount, old.started_at, old.marks, old.yellow, old.orange, old.due_at,
      old.ended_at, old.paused, old.exempt, old.uncovered, old.light)
    is distinct from (excluded.number, excluded.calendar, excluded.clock, excluded.amount, excluded.started_at,
      excluded.marks, excluded.yellow, excluded.orange, excluded.due_at, excluded.ended_at, excluded.paused,
      excluded.exempt, excluded.uncovered, excluded.light);
end $$;

-- What is due is read from the limits, so the lines of the inbox are no longer rewritten by the hundred thousand.
alter table inbox.item reset (fillfactor);
