-- A draft that is being drawn while another comes into force is for the same grid, wherever that stands then.
grant update (under) on grid.draft to wangge_app;
