-- Which care list a consent is for, and by which rule an entry stands that needs none. What was entered "by consent" so
-- far becomes a consent of its own, so that it can be withdrawn; how it was given was never asked.
alter table registry.consent add column care_group text;
alter table registry.consent drop constraint consent_way_check;
alter table registry.consent add constraint consent_way_check
  check (way in ('signed', 'spoken', 'guardian', 'not-noted'));
comment on column registry.consent.care_group is 'The care list whose purpose was agreed to; null for any other purpose.';

alter table registry.care add column source text;
comment on column registry.care.source is
  'The law, rule or plan by which somebody is on the list without being asked; null where it rests on consent.';

insert into registry.consent (id, person_id, purpose, way, given_on, until_on, withdrawn_on, by_id, at, care_group)
select gen_random_uuid(), care.person_id,
  coalesce((select purpose from registry.care_policy policy where policy.care_group = care.care_group
    order by version desc limit 1), care.care_group),
  'not-noted', care.since, null, null, care.by_id, care.at, care.care_group
from registry.care care where care.basis = 'consent' and care.until_on is null;

update registry.care set source = coalesce((select reason from registry.care_policy policy
    where policy.care_group = registry.care.care_group order by version desc limit 1), '未注明')
  where basis = 'statutory';
alter table registry.care add constraint care_source_check check ((basis = 'statutory') = (source is not null));

create index care_by_consent on registry.care (person_id) where until_on is null and basis = 'consent';
