-- Calls are found by words, as cases are. Older calls get theirs by a job; until then they are read through.
alter table hotline.call add column words tsvector;
create index call_words on hotline.call using gin (words) with (gin_pending_list_limit = 256);
create index call_without_words on hotline.call (id) where words is null;
