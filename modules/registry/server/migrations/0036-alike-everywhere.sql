-- Who may be one person is looked for in the whole library, not grid by grid. People meet by one name on neighbouring days,
-- which `thing_namesakes` answers, and by one day and the first character of the name.
create index thing_born_named on registry.thing (born_on, title collate "C") where kind = 'person' and state = 'current';

-- People in the order in which they changed: what the search of the night goes through.
create index thing_changed on registry.thing (changed_at, id) where kind = 'person' and state = 'current';

create table registry.alike_search (
  only_one boolean primary key default true check (only_one),
  -- Everybody up to here has been compared with everybody else.
  changed_at timestamptz not null,
  thing_id uuid not null
);
comment on table registry.alike_search is
  'How far the search for people who are alike has come, in the order of their last change. Back at the beginning it compares everybody anew.';
insert into registry.alike_search (changed_at, thing_id) values ('-infinity', '00000000-0000-0000-0000-000000000000');
grant select, update on registry.alike_search to wangge_app;
