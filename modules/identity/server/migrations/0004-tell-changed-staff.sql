-- What people, posts and units are called, and who holds what, is remembered for seconds as well. A session that ends
-- makes nobody ask for those anew.
create function identity.tell_changed_staff() returns trigger language plpgsql as $$
begin
  perform pg_notify('identity_rights', 'staff');
  return null;
end $$;
comment on function identity.tell_changed_staff is
  'Has every process ask anew who holds which post with which rights, and what people, posts and units are called.';

drop trigger appointment_changed on identity.appointment;
drop trigger post_changed on identity.post;
drop trigger role_changed on identity.role_permission;

create trigger appointment_changed after insert or update or delete on identity.appointment
  for each statement execute function identity.tell_changed_staff();
create trigger post_changed after insert or delete or update of title, unit_id, role_code, grid_path on identity.post
  for each statement execute function identity.tell_changed_staff();
create trigger role_changed after insert or update or delete on identity.role_permission
  for each statement execute function identity.tell_changed_staff();
create trigger unit_changed after insert or update or delete on identity.unit
  for each statement execute function identity.tell_changed_staff();
create trigger person_changed after update of name or delete on identity.person
  for each statement execute function identity.tell_changed_staff();
