-- Two records made one: who was on a care list under the other record is on it under the one that remains.
grant update (person_id) on registry.care to wangge_app;
