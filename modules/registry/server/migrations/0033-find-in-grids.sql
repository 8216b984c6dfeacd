-- What a thing is found by, and the grids it lies in, in one index: a common name in a street is then two lists held
-- against each other, where the index of places gave eighty thousand rows to go through, or the whole table was read.
create function registry.words_at(words tsvector, grid_path text) returns tsvector
  language sql immutable strict parallel safe
  return words || array_to_tsvector(array_remove(array[
    '@' || substring(grid_path, '^[^.]+\.[^.]+'),
    '@' || substring(grid_path, '^(?:[^.]+\.){2}[^.]+'),
    '@' || substring(grid_path, '^(?:[^.]+\.){3}[^.]+'),
    '@' || substring(grid_path, '^(?:[^.]+\.){4}[^.]+'),
    '@' || substring(grid_path, '^(?:[^.]+\.){5}[^.]+')], null));

drop index registry.thing_words;
create index thing_words on registry.thing using gin (registry.words_at(words, grid_path))
  with (gin_pending_list_limit = 256);
analyze registry.thing;
