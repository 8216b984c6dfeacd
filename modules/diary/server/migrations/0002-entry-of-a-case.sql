create index entry_case on diary.entry (case_id) where case_id is not null;
