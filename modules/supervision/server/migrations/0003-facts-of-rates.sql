-- What the rates count is set by the place and changes: the fact says why a matter might be left out, not whether it is.
delete from supervision.case_fact;
alter table supervision.case_fact drop column counts;
alter table supervision.case_fact add column source text not null;
alter table supervision.case_fact add column left_out_for text;
alter table supervision.case_fact add column respond_due timestamptz;
alter table supervision.case_fact add column respond_done timestamptz;
create index case_fact_respond on supervision.case_fact (respond_due);
