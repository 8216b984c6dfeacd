-- Whoever changes a calendar locks its table against reading, so to have read it is to hold it: a statement that compares
-- the version needs neither a lock of its own nor a function, except to complain.
create function worktime.calendar_has_changed() returns void language plpgsql as $$
begin
  raise exception 'the work calendar has changed' using errcode = 'WG001';
end $$;
comment on function worktime.calendar_has_changed is 'Raises WG001: limits were counted with a calendar that has changed.';
grant execute on function worktime.calendar_has_changed to wangge_app;

drop function worktime.hold_calendar;
