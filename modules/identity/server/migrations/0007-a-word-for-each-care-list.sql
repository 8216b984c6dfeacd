-- One word opened four lists of people who need care; now each has its own. Whoever had the one has the four, and where it
-- was taken away none of them is offered anew.
insert into identity.role_permission (role_code, permission, scope)
select role_code, 'registry.care-' || list, scope
from identity.role_permission cross join unnest(array['old-alone', 'disabled', 'children', 'veterans']) list
where permission = 'registry.care'
on conflict do nothing;

insert into identity.role_offer (role_code, permission, scope, at)
select role_code, 'registry.care-' || list, scope, now()
from identity.role_offer cross join unnest(array['old-alone', 'disabled', 'children', 'veterans']) list
where permission = 'registry.care'
on conflict do nothing;

delete from identity.role_permission where permission = 'registry.care';
