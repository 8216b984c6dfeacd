-- Which photos and papers belong to a wording: the next one may keep them, which an attachment by itself cannot say.
alter table institutions.version add column files uuid[] not null default '{}';
update institutions.version version set files = own.files
from (
  select subject_id, role, array_agg(file_id order by attached_at, file_id) as files
  from files.attachment where subject_kind = 'institution' group by 1, 2
) own
where own.subject_id = version.document_id::text and own.role = 'version-' || version.version;
