-- A change of key seals pieces of tracks again; nothing else of them is ever changed.
grant update (sealed) on patrol.track to wangge_app;
