-- Read whole and written whole, with every step and for every line of a list, and hardly ever looked into by the database:
-- to take them apart for `jsonb` and to put them together again was a tenth of what it did for a case.
alter table cases.case_file
  alter column procedure drop default,
  alter column procedure type json using procedure::json,
  alter column procedure set default '{}';
alter table cases.case_event alter column body type json using body::json;
