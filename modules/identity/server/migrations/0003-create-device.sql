-- A phone that keeps data for a person. The key to that data comes from the sealed secret here, so what lies on a phone is
-- unreadable once the secret is gone.
create table identity.device (
  device_id uuid not null,
  person_id uuid not null references identity.account (person_id),
  label text,
  token_hash bytea not null,
  secret bytea,
  session_id uuid,
  first_opened_at timestamptz not null,
  last_contact_at timestamptz not null,
  wipe_asked_at timestamptz,
  wipe_asked_by text,
  wiped_at timestamptz,
  primary key (device_id, person_id),
  check (wipe_asked_at is null or wipe_asked_by is not null)
);
create index device_person on identity.device (person_id);
create index device_session on identity.device (session_id);
create index device_contact on identity.device (last_contact_at desc, device_id desc);
comment on table identity.device is
  'Phones that keep encrypted data for a person: the sealed secret of its key, a hash of the token it comes with, and whether it is to forget everything.';
grant select, insert, update, delete on identity.device to wangge_app;
