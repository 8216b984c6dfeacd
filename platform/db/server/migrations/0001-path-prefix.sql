create function platform.path_prefix(path text, depth int) returns text
  language sql immutable strict parallel safe
  return case when cardinality(string_to_array(path, '.')) >= depth
    then array_to_string((string_to_array(path, '.'))[1:depth], '.') end;
comment on function platform.path_prefix is
  'The first steps of a grid path, or null when the path is shorter: path_prefix(''1.2.3'', 2) is ''1.2''. Feeds the generated place columns.';
