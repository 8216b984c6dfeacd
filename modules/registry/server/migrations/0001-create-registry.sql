create schema registry;
grant usage on schema registry to wangge_app;

create table registry.thing (
  id uuid primary key,
  kind text not null,
  title text not null,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  -- Always empty: the one rule of who sees what asks for them.
  unit_id text,
  post_id text,
  owner_id text,
  lon double precision,
  lat double precision,
  -- What is known now, by field; a sealed value is named by its id in registry.secret.
  fields jsonb not null,
  -- What the figures ask of people and housing, so that they need not open `fields`.
  born_on date,
  sex text,
  population text,
  use text,
  words tsvector not null,
  state text not null default 'current' check (state in ('current', 'moved-away', 'dead', 'ended', 'merged')),
  ended_on date,
  merged_into uuid references registry.thing (id),
  stale_on date,
  serial int not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'current') = (ended_on is null)),
  check ((state = 'merged') = (merged_into is not null))
);
create index thing_in_place_1 on registry.thing (place_1, kind, title, id);
create index thing_in_place_3 on registry.thing (place_3, kind, title, id);
create index thing_in_place_4 on registry.thing (place_4, kind, title, id);
create index thing_in_place_5 on registry.thing (place_5, kind, title, id);
create index thing_stale on registry.thing (stale_on) where state = 'current' and stale_on is not null;
create index thing_words on registry.thing using gin (words);
comment on table registry.thing is
  'People, households, housing, organisations and things as they are known now; each row is what its entries come to.';
grant select, insert, update on registry.thing to wangge_app;

create table registry.entry (
  thing_id uuid not null references registry.thing (id),
  serial int not null check (serial >= 1),
  true_on date not null,
  at timestamptz not null,
  way text not null,
  ref text,
  by_id text not null,
  post_id text,
  changes jsonb not null,
  -- Fields that a retention rule has taken out of `changes`.
  erased text[] not null default '{}',
  primary key (thing_id, serial)
);
comment on table registry.entry is
  'What was recorded about a thing, with who, when, how and the day of truth. Added to; otherwise only fields are erased.';
grant select, insert, update (changes, erased) on registry.entry to wangge_app;

create function registry.only_erased() returns trigger language plpgsql as $$
begin
  if not (old.changes @> new.changes and old.erased <@ new.erased
    and (select count(*) from jsonb_object_keys(old.changes - new.erased)) = (select count(*) from jsonb_object_keys(new.changes)))
  then
    raise exception 'an entry is never changed; fields may only be erased from it, and are named in erased';
  end if;
  return new;
end $$;
create trigger entry_only_erased before update on registry.entry
  for each row execute function registry.only_erased();

create table registry.secret (
  id uuid primary key,
  thing_id uuid not null references registry.thing (id),
  field text not null,
  sealed bytea not null,
  -- Null for what nobody looks up by.
  index bytea
);
create index secret_thing on registry.secret (thing_id);
create index secret_index on registry.secret (index) where index is not null;
comment on table registry.secret is
  'Sealed values. The key is outside the database; a keyed hash finds equal ones. Removed when a retention rule says so.';
grant select, insert, delete, update (sealed, index) on registry.secret to wangge_app;

create table registry.relation (
  id uuid primary key,
  kind text not null,
  role text,
  from_id uuid not null references registry.thing (id),
  to_id uuid not null references registry.thing (id),
  from_on date not null,
  until_on date check (until_on >= from_on),
  recorded_at timestamptz not null,
  by_id text not null,
  post_id text,
  way text not null,
  ref text,
  ended_at timestamptz,
  ended_by text,
  check ((until_on is null) = (ended_at is null)),
  check (from_id <> to_id)
);
create index relation_from on registry.relation (from_id, kind);
create index relation_to on registry.relation (to_id, kind);
comment on table registry.relation is
  'Who belongs to what from which day until before which; a relation ends once and is never removed.';
grant select, insert, update (until_on, ended_at, ended_by) on registry.relation to wangge_app;

create table registry.event (
  id uuid primary key,
  kind text not null,
  happened_on date not null,
  at timestamptz not null,
  by_id text not null,
  post_id text,
  subject_id uuid not null references registry.thing (id),
  grid_path text not null,
  effects jsonb not null
);
create index event_subject on registry.event (subject_id, happened_on);
comment on table registry.event is
  'Moves, births, deaths, tenancies, households split and joined, with what each did. The application may add and read.';
grant select, insert on registry.event to wangge_app;

create table registry.conflict (
  id uuid primary key,
  thing_id uuid not null references registry.thing (id),
  field text not null,
  -- The value that did not find its way in, with where it comes from.
  offered jsonb not null,
  true_on date not null,
  at timestamptz not null,
  way text not null,
  ref text,
  by_id text not null,
  post_id text,
  -- The entry that stood against it.
  against int not null,
  outcome text check (outcome in ('stands', 'offered')),
  reason text,
  settled_at timestamptz,
  settled_by text,
  check ((outcome is null) = (settled_at is null))
);
create index conflict_open on registry.conflict (thing_id) where outcome is null;
create unique index conflict_once on registry.conflict (thing_id, field, by_id, true_on) where outcome is null;
comment on table registry.conflict is
  'Two values of a field between which no rule could decide; a person does, and both who recorded them are told.';
grant select, insert, update (outcome, reason, settled_at, settled_by) on registry.conflict to wangge_app;

create table registry.look (
  thing_id uuid not null references registry.thing (id),
  at timestamptz not null,
  by_id text not null,
  post_id text,
  -- The page as a whole when empty, else the field that was unmasked.
  field text,
  reason text not null
);
create index look_thing on registry.look (thing_id, at);
create index look_time on registry.look (at);
comment on table registry.look is
  'Who looked at whose data, when, at what and why; the person may ask for it. The application may add and read.';
grant select, insert on registry.look to wangge_app;
