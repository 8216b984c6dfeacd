-- Who types a surname, two initials or the beginning of pinyin means a great many people, and holding their lists against
-- the list of a district takes longer the more there are. These indexes give the first of them in the order of names.
create function registry.pinyin_in(words tsvector) returns text
  language sql immutable strict parallel safe
  return (select lexeme from unnest(words) where lexeme ~ '^[a-z]{2,}$' order by length(lexeme) desc, lexeme limit 1);
create function registry.initials_in(words tsvector) returns text
  language sql immutable strict parallel safe
  return (select lexeme from unnest(words) where lexeme ~ '^[a-z]{2,}$' order by length(lexeme), lexeme limit 1);

create index thing_pinyin_1 on registry.thing (place_1, registry.pinyin_in(words) collate "C")
  where kind = 'person' and state = 'current';
create index thing_pinyin_2 on registry.thing (place_2, registry.pinyin_in(words) collate "C")
  where kind = 'person' and state = 'current';
create index thing_pinyin_3 on registry.thing (place_3, registry.pinyin_in(words) collate "C")
  where kind = 'person' and state = 'current';
create index thing_initials_1 on registry.thing (place_1, registry.initials_in(words) collate "C")
  where kind = 'person' and state = 'current';
create index thing_initials_2 on registry.thing (place_2, registry.initials_in(words) collate "C")
  where kind = 'person' and state = 'current';
create index thing_initials_3 on registry.thing (place_3, registry.initials_in(words) collate "C")
  where kind = 'person' and state = 'current';
analyze registry.thing;
