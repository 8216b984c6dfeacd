create table identity.substitution (
  id uuid primary key,
  post_id uuid not null references identity.post (id),
  person_id uuid not null references identity.person (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  ended_at timestamptz,
  check (until_at > from_at)
);
create index substitution_post on identity.substitution (post_id, from_at);
create index substitution_person on identity.substitution (person_id, from_at) where ended_at is null;
comment on table identity.substitution is
  'Who stands in on a post for a shift or a leave, from when to when, by whom it was arranged and why. The rights come and go with the time; nothing is removed.';
grant select, insert on identity.substitution to wangge_app;
grant update (ended_at) on identity.substitution to wangge_app;

create trigger substitution_changed after insert or update or delete on identity.substitution
  for each statement execute function identity.tell_changed_staff();

-- As before, with the posts in which somebody stands in at this moment after their own.
create or replace function identity.who(hash bytea, moment timestamptz, idle interval, password_age interval) returns jsonb
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
      from identity.role_permission where role_code = post.role_code)) order by held.own desc, held.from_at, post.id)
  into posts
  from (
    select post_id, from_at, true as own from identity.appointment
    where person_id = found_session.person_id and until_at is null
    union all
    select distinct on (post_id) post_id, from_at, false from identity.substitution
    where person_id = found_session.person_id and ended_at is null and from_at <= moment and until_at > moment
      and post_id not in (
        select post_id from identity.appointment where person_id = found_session.person_id and until_at is null)
  ) held join identity.post on post.id = held.post_id;

  return jsonb_build_object('sessionId', found_session.id, 'personId', found_session.person_id,
    'postId', found_session.post_id, 'totpOn', found_session.totp_on,
    'mustChangePassword', found_session.must_change_password,
    'demo', exists (select from identity.installation where demo),
    'posts', coalesce(posts, '[]'),
    'residentPermissions', case when posts is null then (
      select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)), '[]')
      from identity.role_permission where role_code = 'resident') else '[]' end);
end $$;
