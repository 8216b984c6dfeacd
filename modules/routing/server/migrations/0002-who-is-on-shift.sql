-- Each look into an inbox asks who is on shift now: shifts that have begun within a day.
create index shift_begun on routing.shift (starts_at) where removed_at is null;
