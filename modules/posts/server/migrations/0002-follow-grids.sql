-- Bodies and assignments stay what they are when the grid that they are for stands elsewhere in the tree.
grant update (grid_path) on posts.body to wangge_app;
grant update (grid_path) on posts.assignment to wangge_app;
