-- A change of key seals pieces of sheets again; they are never changed otherwise.
grant update (sealed) on registry.import_piece to wangge_app;
grant update (sealed) on registry.export_piece to wangge_app;
