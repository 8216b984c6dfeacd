create schema identity;
grant usage on schema identity to wangge_app;

create table identity.installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null,
  at timestamptz not null
);
comment on table identity.installation is
  'Whether this database holds the demo town, whose logins are public. Written once, by the town builder; no row means no.';
grant select, insert on identity.installation to wangge_app;

create table identity.person (
  id uuid primary key,
  name text not null,
  staff boolean not null,
  created_at timestamptz not null
);
create index person_staff_name on identity.person (name collate "zh-x-icu", id) where staff;
comment on table identity.person is
  'People who log in. Staff are in the directory; residents are not. The people of the district are in the registry, not here.';
grant select, insert, update on identity.person to wangge_app;

create table identity.account (
  person_id uuid primary key references identity.person (id),
  login text not null unique,
  password_hash text not null,
  password_set_at timestamptz not null,
  must_change_password boolean not null,
  totp_secret bytea,
  totp_on_at timestamptz,
  totp_last_step bigint,
  last_post_id uuid,
  last_sign_in_at timestamptz,
  disabled_at timestamptz
);
comment on table identity.account is
  'How a person logs in. Passwords as argon2id; the secret of one-time codes sealed with a key that is not in this database.';
grant select, insert, update on identity.account to wangge_app;

create table identity.password_history (
  person_id uuid not null references identity.account (person_id),
  set_at timestamptz not null,
  password_hash text not null,
  primary key (person_id, set_at)
);
comment on table identity.password_history is 'Earlier passwords as argon2id, so that the last few cannot come back.';
grant select, insert, update, delete on identity.password_history to wangge_app;

create table identity.unit (
  id uuid primary key,
  parent_id uuid references identity.unit (id),
  name text not null,
  kind text not null,
  created_at timestamptz not null,
  unique nulls not distinct (parent_id, name)
);
comment on table identity.unit is 'The tree of units that staff work in: street, communities, centres, departments, companies.';
grant select, insert, update on identity.unit to wangge_app;

create table identity.role (
  code text primary key,
  name text not null,
  version int not null default 1,
  changed_at timestamptz not null
);
comment on table identity.role is 'Kinds of post. Made from templates at the start; the version counts changes of what the role may do.';
grant select, insert, update on identity.role to wangge_app;

create table identity.role_permission (
  role_code text not null references identity.role (code),
  permission text not null,
  scope text not null check (scope in ('everywhere', 'place', 'unit', 'post', 'own')),
  primary key (role_code, permission, scope)
);
create index role_permission_word on identity.role_permission (permission, role_code);
comment on table identity.role_permission is 'What a role may do and how far that reaches, seen from the post that has the role. Everything is positive.';
grant select, insert, delete on identity.role_permission to wangge_app;

create table identity.post (
  id uuid primary key,
  title text not null,
  unit_id uuid not null references identity.unit (id),
  role_code text not null references identity.role (code),
  grid_path text,
  -- The first steps of the path, null where it has fewer: a subtree is then one equality.
  place_1 text generated always as (substring(grid_path, '^[^.]+')) stored,
  place_2 text generated always as (substring(grid_path, '^(?:[^.]+\.){1}[^.]+')) stored,
  place_3 text generated always as (substring(grid_path, '^(?:[^.]+\.){2}[^.]+')) stored,
  place_4 text generated always as (substring(grid_path, '^(?:[^.]+\.){3}[^.]+')) stored,
  place_5 text generated always as (substring(grid_path, '^(?:[^.]+\.){4}[^.]+')) stored,
  place_6 text generated always as (substring(grid_path, '^(?:[^.]+\.){5}[^.]+')) stored,
  created_at timestamptz not null
);
create index post_unit on identity.post (unit_id, id);
create index post_role on identity.post (role_code, id);
create index post_grid on identity.post (grid_path, role_code);
create index post_place_1 on identity.post (place_1, id);
create index post_place_2 on identity.post (place_2, id);
create index post_place_3 on identity.post (place_3, id);
create index post_place_4 on identity.post (place_4, id);
comment on table identity.post is
  'A place in the organisation that one person holds or that is vacant. Rights and duties belong to the post, not to the person.';
grant select, insert, update on identity.post to wangge_app;

create table identity.appointment (
  id uuid primary key,
  post_id uuid not null references identity.post (id),
  person_id uuid not null references identity.person (id),
  from_at timestamptz not null,
  until_at timestamptz,
  check (until_at is null or until_at >= from_at)
);
create unique index appointment_holder on identity.appointment (post_id) where until_at is null;
create index appointment_person on identity.appointment (person_id, from_at);
comment on table identity.appointment is
  'Who held which post from when to when. Without an end it is so now, and one post has at most one of those.';
grant select, insert on identity.appointment to wangge_app;
grant update (until_at) on identity.appointment to wangge_app;

create table identity.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references identity.account (person_id),
  post_id uuid,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  device text,
  ended_at timestamptz,
  ended_because text check (
    ended_because in ('signed-out', 'signed-in-again', 'revoked', 'password-changed', 'codes-reset', 'disabled')
  ),
  check ((ended_at is null) = (ended_because is null))
);
create index session_person on identity.session (person_id, started_at desc, id desc);
create index session_open on identity.session (started_at desc, id desc) where ended_at is null;
comment on table identity.session is
  'Where people are or were signed in. Holds only a SHA-256 of the token. Swept 200 days after it began: the log must reach back six months.';
grant select, insert, update, delete on identity.session to wangge_app;

create table identity.attempt (
  id uuid primary key,
  kind text not null check (kind in ('login', 'address')),
  key text not null,
  failures int not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz,
  unique (kind, key)
);
create index attempt_locked on identity.attempt (locked_until desc, id desc) where locked_until is not null;
comment on table identity.attempt is
  'Wrong attempts to sign in. A login is kept as its SHA-256, since people type passwords into the wrong field; logins that belong to nobody are counted alike, so that a lock reveals nothing.';
grant select, insert, update, delete on identity.attempt to wangge_app;

create table identity.setup_token (
  token_hash bytea primary key,
  made_at timestamptz not null
);
comment on table identity.setup_token is
  'SHA-256 of the tokens printed by programs that started while nobody had an account. Removed when the administrators are named.';
grant select, insert, delete on identity.setup_token to wangge_app;

create table identity.demo_login (
  login text primary key,
  position int not null,
  persona text not null,
  title_zh text not null,
  title_en text not null,
  password text not null,
  app text not null check (app in ('office', 'field', 'portal'))
);
comment on table identity.demo_login is 'The logins that the demo town shows to everybody, password included. Empty everywhere else.';
grant select, insert on identity.demo_login to wangge_app;

create view identity.staffed_post as
  select post.id, post.id as post_id, post.title, post.unit_id, unit.name as unit_name, post.role_code,
    role.name as role_name, post.grid_path, post.place_1, post.place_2, post.place_3, post.place_4, post.place_5,
    post.place_6, appointment.id as appointment_id, appointment.person_id, appointment.person_id as owner_id,
    appointment.from_at as held_since, person.name as person_name
  from identity.post
  join identity.unit on unit.id = post.unit_id
  join identity.role on role.code = post.role_code
  left join identity.appointment on appointment.post_id = post.id and appointment.until_at is null
  left join identity.person on person.id = appointment.person_id;
comment on view identity.staffed_post is
  'Posts with unit, role and who holds them now; a post without a person is vacant. Its owner is its holder.';
grant select on identity.staffed_post to wangge_app;

-- One round trip for every request of the product: whose session this is, and what each of their posts may do. As a
-- function its plans are kept, and noting that the session is in use costs a write at most once a minute.
create function identity.who(hash bytea, moment timestamptz, idle interval, password_age interval) returns jsonb
language plpgsql as $$
declare
  found_session record;
  posts jsonb;
begin
  select s.id, s.person_id, s.post_id, s.last_seen_at, s.expires_at, s.ended_at,
    a.disabled_at, a.totp_on_at is not null as totp_on,
    a.must_change_password or coalesce(a.password_set_at + password_age < moment, false) as must_change_password
  into found_session
  from identity.session s join identity.account a on a.person_id = s.person_id
  where s.token_hash = hash;

  if not found then return jsonb_build_object('over', 'unknown'); end if;
  if found_session.ended_at is not null or found_session.disabled_at is not null then
    return jsonb_build_object('over', 'ended');
  end if;
  if moment >= found_session.expires_at or moment - found_session.last_seen_at > idle then
    return jsonb_build_object('over', 'expired');
  end if;
  if moment - found_session.last_seen_at > interval '1 minute' then
    update identity.session set last_seen_at = moment where id = found_session.id and last_seen_at < moment;
  end if;

  select jsonb_agg(jsonb_build_object('id', post.id, 'unitId', post.unit_id, 'gridPath', post.grid_path,
    'role', post.role_code, 'permissions', (
      select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)), '[]')
      from identity.role_permission where role_code = post.role_code)) order by appointment.from_at, post.id)
  into posts
  from identity.appointment join identity.post on post.id = appointment.post_id
  where appointment.person_id = found_session.person_id and appointment.until_at is null;

  return jsonb_build_object('sessionId', found_session.id, 'personId', found_session.person_id,
    'postId', found_session.post_id, 'totpOn', found_session.totp_on,
    'mustChangePassword', found_session.must_change_password,
    'demo', exists (select from identity.installation where demo),
    'posts', coalesce(posts, '[]'),
    'residentPermissions', case when posts is null then (
      select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)), '[]')
      from identity.role_permission where role_code = 'resident') else '[]' end);
end $$;
comment on function identity.who is 'Who holds the session with this token hash, or why it is over. See server/authenticator.ts.';
grant execute on function identity.who to wangge_app;
