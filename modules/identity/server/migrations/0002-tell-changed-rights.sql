-- Every process remembers for seconds who holds a session; this tells all of them in the moment of the commit. Noting that
-- a session is in use tells nobody.
create function identity.tell_changed_rights() returns trigger language plpgsql as $$
begin
  perform pg_notify('identity_rights', '');
  return null;
end $$;
comment on function identity.tell_changed_rights is 'Has every process ask anew who holds which session and what each may do.';

create trigger session_over after update of post_id, ended_at or delete on identity.session
  for each statement execute function identity.tell_changed_rights();
create trigger account_changed
  after update of disabled_at, totp_on_at, must_change_password, password_set_at on identity.account
  for each statement execute function identity.tell_changed_rights();
create trigger appointment_changed after insert or update or delete on identity.appointment
  for each statement execute function identity.tell_changed_rights();
create trigger post_changed after update of unit_id, role_code, grid_path on identity.post
  for each statement execute function identity.tell_changed_rights();
create trigger role_changed after insert or update or delete on identity.role_permission
  for each statement execute function identity.tell_changed_rights();
create trigger installation_changed after insert or update or delete on identity.installation
  for each statement execute function identity.tell_changed_rights();
