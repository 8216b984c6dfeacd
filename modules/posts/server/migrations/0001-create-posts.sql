create schema posts;
grant usage on schema posts to wangge_app;

create table posts.body (
  id uuid primary key,
  kind text not null,
  name text not null,
  grid_path text not null,
  duties text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table posts.body is
  'Bodies: leading groups, committees, patrols and teams with what they are for. One that is dissolved ends; it is never removed.';
grant select, insert on posts.body to wangge_app;
grant update (valid_to) on posts.body to wangge_app;

create table posts.body_member (
  id uuid primary key,
  body_id uuid not null references posts.body (id),
  name text not null,
  post_id text,
  role text not null check (role in ('head', 'deputy', 'secretary', 'member')),
  term_from date not null,
  term_until date,
  left_on date,
  check (term_until is null or term_until >= term_from)
);
create index body_member_body on posts.body_member (body_id);
comment on table posts.body_member is
  'Who was in a body in which role for which term. Who leaves is noted with the day and stays in the roster of the time.';
grant select, insert on posts.body_member to wangge_app;
grant update (left_on) on posts.body_member to wangge_app;

create table posts.assignment (
  id uuid primary key,
  post_id text not null,
  kind text not null check (kind in ('area', 'group', 'household')),
  grid_path text not null,
  target text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index assignment_grid on posts.assignment (grid_path) where valid_to is null;
comment on table posts.assignment is
  'Which cadre answers for which area, group or household (包片、包组、包户), by post and from when to when.';
grant select, insert on posts.assignment to wangge_app;
grant update (valid_to) on posts.assignment to wangge_app;

create table posts.vacancy_warning (
  post_id text not null,
  vacant_since timestamptz not null,
  told_person text not null,
  at timestamptz not null,
  primary key (post_id, vacant_since)
);
comment on table posts.vacancy_warning is
  'Which vacancy was told to whom, so that nobody is told twice. The application may add and read.';
grant select, insert on posts.vacancy_warning to wangge_app;
