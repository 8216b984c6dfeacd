-- Which way of making words a row was written with; rows of an older way are brought up by a job (`findableBy`).
alter table registry.thing add column findable_by smallint not null default 1;
create index thing_findable_anew on registry.thing (id) where findable_by < 2;

-- A district is as much a place as a street: without this its lists and whole names read the whole table.
create index thing_in_place_2 on registry.thing (place_2, kind, title, id);

-- New rows wait in a list that every search reads through; a short one keeps searching quick after an import.
alter index registry.thing_words set (gin_pending_list_limit = 256);
