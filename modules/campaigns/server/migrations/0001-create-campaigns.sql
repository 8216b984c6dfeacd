create schema campaigns;
grant usage on schema campaigns to wangge_app;

create table campaigns.campaign (
  id uuid primary key,
  version int not null,
  state text not null,
  grid_path text not null,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  -- Always empty: the one rule of who sees what asks for it.
  unit_id text,
  post_id text not null,
  owner_id text not null,
  body jsonb not null
);
comment on table campaigns.campaign is
  'A campaign as its history adds up to (body); post_id is the post that owns it, owner_id who set it up.';
grant select, insert, update on campaigns.campaign to wangge_app;

create table campaigns.point (
  id uuid primary key,
  parent_id uuid not null references campaigns.campaign (id),
  version int not null,
  state text not null,
  grid_path text not null,
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  unit_id text,
  post_id text,
  owner_id text not null,
  list_number int,
  body jsonb not null,
  -- A number of the list is given once.
  unique (parent_id, list_number)
);
create index point_unit on campaigns.point (unit_id) where state = 'ordered';
create index point_post on campaigns.point (post_id) where state = 'ordered';
create index point_owner on campaigns.point (owner_id);
comment on table campaigns.point is
  'A point of a campaign as its history adds up to (body); unit_id or post_id is to whom it was ordered, owner_id who surveyed it.';
grant select, insert, update on campaigns.point to wangge_app;

create table campaigns.work_order (
  id uuid primary key,
  campaign_id uuid not null references campaigns.campaign (id),
  number text not null unique,
  unit_id text,
  post_id text,
  holder_name text not null,
  demand text not null,
  clock text not null,
  amount double precision not null,
  issued_at timestamptz not null,
  by_id text not null,
  by_post_id text,
  check ((unit_id is null) <> (post_id is null))
);
create index work_order_campaign on campaigns.work_order (campaign_id);
comment on table campaigns.work_order is
  'An order to put points of a list right. The application may add and read, never change: what came of it is in the points.';
grant select, insert on campaigns.work_order to wangge_app;

create table campaigns.programme (
  id uuid primary key,
  version int not null,
  grid_path text not null,
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  unit_id text,
  post_id text not null,
  owner_id text not null,
  body jsonb not null
);
comment on table campaigns.programme is 'An action programme with its projects, as its history adds up to (body).';
grant select, insert, update on campaigns.programme to wangge_app;

create table campaigns.task (
  id uuid primary key,
  parent_id uuid not null references campaigns.programme (id),
  version int not null,
  post_id text not null,
  body jsonb not null
);
create index task_programme on campaigns.task (parent_id);
comment on table campaigns.task is
  'A task of a programme with its milestones, as its history adds up to (body). How far it is, is never stored.';
grant select, insert, update on campaigns.task to wangge_app;

create table campaigns.event (
  subject_id uuid not null,
  serial int not null check (serial >= 1),
  type text not null,
  at timestamptz not null,
  by_id text not null,
  body jsonb not null,
  primary key (subject_id, serial)
);
comment on table campaigns.event is
  'What happened to campaigns, points, programmes and tasks, in order. The application may add and read, never change or remove.';
grant select, insert on campaigns.event to wangge_app;

create table campaigns.number_counter (kind text not null, year int not null, last int not null, primary key (kind, year));
comment on table campaigns.number_counter is 'The last number given to a campaign, an order, a programme in a year; no gaps.';
grant select, insert, update on campaigns.number_counter to wangge_app;
