-- A new version of the program brings rights that roles from before have never heard of. Each is given once; from then on
-- what a role may do is the security administrator's alone.
create table identity.role_offer (
  role_code text not null references identity.role (code),
  permission text not null,
  scope text not null,
  at timestamptz not null,
  primary key (role_code, permission, scope)
);
comment on table identity.role_offer is
  'Which rights a role that the program brings was given when the program brought them. Whatever stands here is never given again, also when it was taken away.';
grant select, insert on identity.role_offer to wangge_app;

-- What was taken away before now is on no record. A role that its administrator has changed therefore gets only words that
-- no role of this database has: those are new. One that was never changed lacks only what came later.
insert into identity.role_offer (role_code, permission, scope, at)
select role.code, word.permission, reach.scope, now()
from identity.role
  cross join (select distinct permission from identity.role_permission) word
  cross join unnest(array['everywhere', 'district', 'place', 'unit', 'post', 'own']) reach (scope)
where role.version > 1;
