-- A change of key seals the words of a visit again; they are never changed otherwise.
grant update (text_sealed) on visits.visit to wangge_app;
