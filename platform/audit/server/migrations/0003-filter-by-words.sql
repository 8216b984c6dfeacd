-- The audit is asked newest first and by time, and grows by millions: whatever it is filtered by leads an index that ends in
-- the moment and the id. A thing is asked for by its id alone, since few who ask know its kind.
create index entry_at on audit.entry (at, id);
create index entry_of_actor on audit.entry (actor_id, at, id);
create index entry_of_command on audit.entry (command, at, id);
create index entry_about on audit.entry (subject_id, at, id);
create index entry_refused on audit.entry (at, id) where outcome <> 'done';
drop index audit.entry_actor;
drop index audit.entry_subject;
