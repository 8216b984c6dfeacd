-- A change of key seals what reporters left about themselves again; nothing else of it is ever changed.
grant update (name_sealed, phone_sealed) on cases.reporter to wangge_app;
