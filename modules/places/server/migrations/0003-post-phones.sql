create table places.post_phone (
  post_id text primary key,
  phone_sealed bytea not null,
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table places.post_phone is
  'The duty phone of a post, sealed. It belongs to the post, not to who holds it, and stands on the printed grid map.';
grant select, insert, update, delete on places.post_phone to wangge_app;
