-- Every step asks whether reports were joined into the case, and in nearly all there are none.
alter table cases.case_file add column is_followed boolean not null default false;
comment on column cases.case_file.is_followed is
  'Reports were joined into it, so their reporters hear what its own reporter hears. Written by whoever joins one, holding this case.';
update cases.case_file set is_followed = true
where id in (select into_id from cases.case_file where into_id is not null);
