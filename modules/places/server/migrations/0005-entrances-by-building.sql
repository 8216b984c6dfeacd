-- The entrances of a building on any day: the unique index knows only those that stand now.
create index entrance_building on places.entrance (building_id);
