create table cases.free_number (
  district text not null,
  year int not null,
  number int not null,
  primary key (district, year, number)
);
comment on table cases.free_number is
  'Numbers of a district in a year that are ready to be given. A report takes the lowest that nobody else is just taking; undone, it lays the number back, so in the end numbers have no gaps.';
grant select, insert, update, delete on cases.free_number to wangge_app;
comment on table cases.number_counter is
  'The highest number of a district in a year that was laid ready. Held only while new ones are laid ready.';

-- One counter that every report of a district holds until it is committed lets a whole city report in single file.
create function cases.next_number(of_district text, of_year int) returns int language plpgsql as $$
declare
  stock constant int := 50;
  taken int;
  highest int;
begin
  taken := cases.take_number(of_district, of_year);
  if taken is not null then return taken; end if;
  -- Whoever was quicker has laid numbers ready by the time we hold the counter.
  insert into cases.number_counter (district, year, last) values (of_district, of_year, 0) on conflict do nothing;
  perform from cases.number_counter where district = of_district and year = of_year for update;
  taken := cases.take_number(of_district, of_year);
  if taken is not null then return taken; end if;
  update cases.number_counter set last = last + stock where district = of_district and year = of_year
  returning last into highest;
  insert into cases.free_number select of_district, of_year, generate_series(highest - stock + 2, highest);
  return highest - stock + 1;
end $$;

create function cases.take_number(of_district text, of_year int) returns int language sql as $$
  delete from cases.free_number
  where district = of_district and year = of_year and number = (
    select number from cases.free_number where district = of_district and year = of_year
    order by number limit 1 for update skip locked)
  returning number
$$;
comment on function cases.next_number is 'Takes the next number of a district in a year; lays new ones ready when there are none.';
comment on function cases.take_number is 'Takes the lowest number that is ready and that nobody else is just taking, or none.';
grant execute on function cases.next_number, cases.take_number to wangge_app;
