-- What was surveyed or written wrongly is put right. A building keeps its place inside and so its grid: one that stands
-- elsewhere is another building.
grant update (street, house_number, address, outline) on places.building to wangge_app;
grant update (street, coordinates, length_metres, area_square_metres, lon, lat) on places.line to wangge_app;
create index line_name on places.line (kind, name);
create index courtyard_name on places.courtyard (name);
