-- A document belongs to the same grid wherever that stands; its wordings are never changed.
grant update (grid_path) on institutions.document to wangge_app;
