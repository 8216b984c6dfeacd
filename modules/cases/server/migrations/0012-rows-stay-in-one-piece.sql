-- A row with its procedure and words is about 3 kB. From 2 kB on PostgreSQL packs it and lays a part elsewhere, with each
-- step of a case and with each line of a list; from here on only rows that are twice as long.
alter table cases.case_file set (toast_tuple_target = 4080);
