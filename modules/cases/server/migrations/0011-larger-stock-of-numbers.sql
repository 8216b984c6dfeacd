-- While new numbers are laid ready, every report of the district waits: ten times as many are laid a tenth as often.
create or replace function cases.next_number(of_district text, of_year int) returns int language plpgsql as $$
declare
  stock constant int := 500;
  taken int;
  highest int;
begin
  taken := cases.take_number(of_district, of_year);
  if taken is not null then return taken; end if;
  -- Whoever was quicker has laid numbers ready by the time we hold the counter.
  perform from cases.number_counter where district = of_district and year = of_year for update;
  if not found then
    insert into cases.number_counter (district, year, last) values (of_district, of_year, 0) on conflict do nothing;
    perform from cases.number_counter where district = of_district and year = of_year for update;
  end if;
  taken := cases.take_number(of_district, of_year);
  if taken is not null then return taken; end if;
  update cases.number_counter set last = last + stock where district = of_district and year = of_year
  returning last into highest;
  insert into cases.free_number select of_district, of_year, generate_series(highest - stock + 2, highest);
  return highest - stock + 1;
end $$;
