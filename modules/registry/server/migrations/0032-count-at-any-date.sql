-- Who lived where as what, from which day until before which: figures at any date are one walk along one index, where
-- home, relation, person and history had to be asked for each. Worked out from them alone, by the triggers below.
create table registry.span (
  thing_id uuid not null,
  kind text not null check (kind in ('person', 'housing', 'household', 'tenancy')),
  home_id uuid not null,
  grid_path text collate "C" not null,
  from_on date not null,
  until_on date not null check (until_on > from_on),
  -- The population of a person, the use of a home.
  what text,
  sex text,
  born_on date,
  title text not null
);
create index span_counted on registry.span (grid_path, kind) include (from_on, until_on, what, sex, born_on);
create index span_thing on registry.span (thing_id);
create index span_home on registry.span (home_id);
comment on table registry.span is
  'Worked out: people, homes, households and tenancies by home and grid, one row for each time between two changes.';
grant select on registry.span to wangge_app;

-- What a field of a thing was between which days, by the day of truth; nothing before the first entry that says it.
create function registry.said_of(id uuid, field text) returns table (from_on date, until_on date, what text)
  language sql stable as $$
  select from_on, coalesce(lead(from_on) over (order by from_on), 'infinity'), what
  from (
    select '-infinity'::date as from_on, null as what
    union all
    (select distinct on (true_on) true_on, changes ->> field from registry.entry
     where thing_id = id and changes ? field order by true_on, serial desc)
  ) said
$$;

create function registry.spans_of(ids uuid[]) returns setof registry.span language sql stable
  set search_path = pg_catalog, registry as $$
  select id, kind, home_id, grid_path collate "C", from_on, until_on, what, sex, born_on, title
  from (
    select thing.id, thing.kind, home.id as home_id, home.grid_path,
      greatest(relation.from_on, said.from_on) as from_on, least(relation.until_on, said.until_on) as until_on,
      said.what, thing.sex, thing.born_on, thing.title
    from registry.relation relation
      join registry.thing thing on thing.id = relation.from_id
      join registry.thing home on home.id = relation.to_id and home.kind = 'housing'
      cross join lateral registry.said_of(thing.id, case thing.kind when 'person' then 'population' end) said
    where relation.from_id = any(ids) and relation.kind in ('lives-in', 'household-in', 'lets')
      and thing.kind in ('person', 'household', 'tenancy')
    union all
    select home.id, home.kind, home.id, home.grid_path, greatest(first.true_on, said.from_on),
      least(home.ended_on, said.until_on), said.what, null, null, home.title
    from registry.thing home
      join registry.entry first on first.thing_id = home.id and first.serial = 1
      cross join lateral registry.said_of(home.id, 'use') said
    where home.id = any(ids) and home.kind = 'housing' and home.state <> 'merged'
  ) joined
  where from_on < until_on
$$;

-- The things are held first, so that two changes of one thing at once do not each see only their own half.
create function registry.span_again(ids uuid[]) returns void language plpgsql security definer
  set search_path = pg_catalog, registry as $$
begin
  if cardinality(ids) = 0 then return; end if;
  perform 1 from registry.thing where id = any(ids) order by id for no key update;
  delete from registry.span where thing_id = any(ids);
  insert into registry.span select * from registry.spans_of(ids);
end $$;
revoke all on function registry.span_again from public;

create function registry.span_after_relations() returns trigger language plpgsql security definer
  set search_path = pg_catalog, registry as $$
begin
  perform registry.span_again(array(
    select distinct from_id from changed where kind in ('lives-in', 'household-in', 'lets')));
  return null;
end $$;
create trigger relation_added after insert on registry.relation referencing new table as changed
  for each statement execute function registry.span_after_relations();
create trigger relation_changed after update on registry.relation referencing new table as changed
  for each statement execute function registry.span_after_relations();

create function registry.span_after_entries() returns trigger language plpgsql security definer
  set search_path = pg_catalog, registry as $$
begin
  perform registry.span_again(array(
    select distinct changed.thing_id from changed join registry.thing on thing.id = changed.thing_id
    where thing.kind in ('person', 'housing')
      and (changed.serial = 1 or changed.changes ?| array['population', 'use'] or changed.erased && array['population', 'use'])));
  return null;
end $$;
create trigger entry_added after insert on registry.entry referencing new table as changed
  for each statement execute function registry.span_after_entries();
create trigger entry_erased after update on registry.entry referencing new table as changed
  for each statement execute function registry.span_after_entries();

create function registry.span_after_things() returns trigger language plpgsql security definer
  set search_path = pg_catalog, registry as $$
begin
  perform registry.span_again(array(
    select changed.id from changed join was on was.id = changed.id
    where changed.kind in ('person', 'housing', 'household', 'tenancy')
      and (changed.sex, changed.born_on, changed.title, changed.state, changed.ended_on)
        is distinct from (was.sex, was.born_on, was.title, was.state, was.ended_on)));
  update registry.span set grid_path = changed.grid_path
  from changed join was on was.id = changed.id
  where changed.kind = 'housing' and changed.grid_path <> was.grid_path and span.home_id = changed.id;
  return null;
end $$;
create trigger thing_changed after update on registry.thing referencing old table as was new table as changed
  for each statement execute function registry.span_after_things();

-- Everything that is there already, some thousands at a time.
do $$
declare
  after uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
begin
  loop
    ids := array(select id from registry.thing
      where id > after and kind in ('person', 'housing', 'household', 'tenancy') order by id limit 10000);
    exit when cardinality(ids) = 0;
    insert into registry.span select * from registry.spans_of(ids);
    after := ids[cardinality(ids)];
  end loop;
end $$;
analyze registry.span;
