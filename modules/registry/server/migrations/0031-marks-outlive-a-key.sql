-- A change of the index key makes these keys anew from what is sealed beside them. Rows from before have nothing sealed:
-- they get it when their sheet comes again, and are found until the key that made them goes.
alter table registry.import_mark add column id uuid not null default gen_random_uuid(), add column sealed bytea;
create unique index import_mark_id on registry.import_mark (id);
grant update (id, key, sealed) on registry.import_mark to wangge_app;

alter table registry.sheet_mapping add column id uuid not null default gen_random_uuid(), add column sealed bytea;
create unique index sheet_mapping_id on registry.sheet_mapping (id);
grant delete on registry.sheet_mapping to wangge_app;
-- The heading itself is kept while its sheet is; its hash is made when it is asked for.
alter table registry.sheet_import drop column signature;
