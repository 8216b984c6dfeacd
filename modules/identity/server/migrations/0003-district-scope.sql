-- What was raised above every grid is worked on by the district, which must not have every street's queue in its own.
alter table identity.role_permission drop constraint role_permission_scope_check,
  add constraint role_permission_scope_check check (scope in ('everywhere', 'district', 'place', 'unit', 'post', 'own'));
