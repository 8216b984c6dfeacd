-- A number that lay ready as a row of its own was removed when it was given, and whoever came next had to step over all
-- that were gone. Now a district has 64 lanes in a year: lane 5 gives 5, 69, 133 …, each its lowest next. A lane is changed
-- in place, which leaves nothing behind in an index.
create table cases.number_lane (
  district text not null,
  year int not null,
  lane int not null,
  next int not null check (next % 64 = lane % 64),
  primary key (district, year, lane)
) with (fillfactor = 40);
comment on table cases.number_lane is
  'The next number of each lane of a district in a year. A report takes the lowest of those that nobody else is just taking; undone, it lays the number back, so in the end numbers have no gaps.';
grant select, insert, update, delete on cases.number_lane to wangge_app;

-- They go on behind the highest number that was given.
insert into cases.number_lane (district, year, lane, next)
select district, year, lane, given + 1 + (lane + 63 - given % 64) % 64
from (
  select district, year, coalesce((
    select max(number) from generate_series(1, last) number
    where not exists (
      select from cases.free_number f where f.district = c.district and f.year = c.year and f.number = number.number)
  ), 0) as given
  from cases.number_counter c) known, generate_series(1, 64) lane;

drop function cases.next_number, cases.take_number;
drop table cases.free_number, cases.number_counter;

create function cases.next_number(of_district text, of_year int) returns int language plpgsql as $$
declare taken int;
begin
  loop
    -- A lane that somebody moved on since we looked is not the lowest any more, and fails the comparison.
    update cases.number_lane set next = next + 64
    where district = of_district and year = of_year and lane = (
      select lane from cases.number_lane
      where district = of_district and year = of_year and next < 64 + (
        select min(next) from cases.number_lane where district = of_district and year = of_year)
      order by next limit 1 for update skip locked)
    returning next - 64 into taken;
    if taken is not null then return taken; end if;
    -- The first number of a year; or so many were given since one was taken that is still on its way, that we wait for it.
    insert into cases.number_lane select of_district, of_year, lane, lane from generate_series(1, 64) lane
    on conflict do nothing;
    perform from cases.number_lane where district = of_district and year = of_year order by next limit 1 for update;
  end loop;
end $$;
comment on function cases.next_number is 'Takes the next number of a district in a year.';
grant execute on function cases.next_number to wangge_app;
