-- The limits that a step changes are written by the statement that writes its rows; what is left is to see that they were
-- counted with the calendar that holds.
create function worktime.hold_calendar(calendar_lock bigint, calendar_key text, counted_with int)
returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(calendar_lock);
  if counted_with is distinct from (
    select sum(version)::int from worktime.calendar where key = 'default' or starts_with(calendar_key, key)
  ) then
    raise exception 'the work calendar has changed' using errcode = 'WG001';
  end if;
end $$;
comment on function worktime.hold_calendar is
  'Keeps a calendar as it is until the end of the unit of work. Raises WG001 when limits were counted with one that has changed.';
grant execute on function worktime.hold_calendar to wangge_app;

drop function worktime.keep_timers;
drop function worktime.change_timers;
