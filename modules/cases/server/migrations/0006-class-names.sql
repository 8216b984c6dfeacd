alter table cases.case_file add column class_name jsonb;
comment on column cases.case_file.class_name is 'What the class was called when the case was filed, in both languages.';
