-- Whether it is the same grid under another path, ground that was cut out of it, or a grid that is gone: whoever asks
-- about a day before needs to know which.
alter table grid.succession add column how text check (how in ('moved', 'cut', 'gone'));
update grid.succession was set how = case
  when exists (select from grid.draft, jsonb_array_elements(coalesce(draft.comparison -> 'moved', '[]')) one
    where draft.id = was.draft_id and one ->> 'path' = was.from_path and one ->> 'to' = was.to_path) then 'moved'
  when exists (select from grid.draft, jsonb_array_elements(draft.comparison -> 'fresh') one
    where draft.id = was.draft_id and one ->> 'path' = was.to_path) then 'cut'
  else 'gone' end;
alter table grid.succession alter column how set not null;
