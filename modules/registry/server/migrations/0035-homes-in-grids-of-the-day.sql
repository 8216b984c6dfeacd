-- Where a home lay before grids were drawn anew. Figures of a past day are those of the grid as it was on that day, so
-- the spans of who lives in the home are cut on the day on which it came into another grid.
create table registry.lay_in (
  home_id uuid not null references registry.thing (id),
  grid_path text collate "C" not null,
  -- The first stretch of a home has no beginning but its own.
  from_on date not null,
  until_on date not null check (until_on > from_on),
  primary key (home_id, until_on)
);
create index lay_in_grid on registry.lay_in (grid_path, until_on);
comment on table registry.lay_in is
  'In which grid a home lay until before a day on which grids changed. The grid it lies in now is that of the home itself.';
grant select, insert on registry.lay_in to wangge_app;

create function registry.lay_of(id uuid, present text) returns table (grid_path text, from_on date, until_on date)
  language sql stable as $$
  select grid_path, from_on, until_on from registry.lay_in where home_id = id
  union all
  select present, coalesce(max(until_on), '-infinity'), 'infinity' from registry.lay_in where home_id = id
$$;

create or replace function registry.spans_of(ids uuid[]) returns setof registry.span language sql stable
  set search_path = pg_catalog, registry as $$
  select id, kind, home_id, grid_path collate "C", from_on, until_on, what, sex, born_on, title
  from (
    select thing.id, thing.kind, home.id as home_id, lay.grid_path,
      greatest(relation.from_on, said.from_on, lay.from_on) as from_on,
      least(relation.until_on, said.until_on, lay.until_on) as until_on,
      said.what, thing.sex, thing.born_on, thing.title
    from registry.relation relation
      join registry.thing thing on thing.id = relation.from_id
      join registry.thing home on home.id = relation.to_id and home.kind = 'housing'
      cross join lateral registry.said_of(thing.id, case thing.kind when 'person' then 'population' end) said
      cross join lateral registry.lay_of(home.id, home.grid_path) lay
    where relation.from_id = any(ids) and relation.kind in ('lives-in', 'household-in', 'lets')
      and thing.kind in ('person', 'household', 'tenancy')
    union all
    select home.id, home.kind, home.id, lay.grid_path, greatest(first.true_on, said.from_on, lay.from_on),
      least(home.ended_on, said.until_on, lay.until_on), said.what, null, null, home.title
    from registry.thing home
      join registry.entry first on first.thing_id = home.id and first.serial = 1
      cross join lateral registry.said_of(home.id, 'use') said
      cross join lateral registry.lay_of(home.id, home.grid_path) lay
    where home.id = any(ids) and home.kind = 'housing' and home.state <> 'merged'
  ) joined
  where from_on < until_on
$$;

-- A home that comes into another grid takes along whoever lives or lived there: what they are counted in is worked out
-- anew. Whether the home lay in the old grid until a day, or was put down in the wrong one, is in lay_in.
create or replace function registry.span_after_things() returns trigger language plpgsql security definer
  set search_path = pg_catalog, registry as $$
begin
  perform registry.span_again(array(
    select changed.id from changed join was on was.id = changed.id
    where changed.kind in ('person', 'housing', 'household', 'tenancy')
      and (changed.sex, changed.born_on, changed.title, changed.state, changed.ended_on)
        is distinct from (was.sex, was.born_on, was.title, was.state, was.ended_on)
    union
    select span.thing_id from changed join was on was.id = changed.id
      join registry.span on span.home_id = changed.id
    where changed.kind = 'housing' and changed.grid_path <> was.grid_path));
  return null;
end $$;
