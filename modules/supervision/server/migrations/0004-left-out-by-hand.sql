-- By whom and why a case is left out of the three rates by hand. Other figures count it: that it was late stays a fact.
alter table supervision.case_fact add column left_out jsonb;
create index case_fact_left_out on supervision.case_fact (reported_at) where left_out is not null;
