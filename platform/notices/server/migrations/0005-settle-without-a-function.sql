-- What a command leaves behind is written by the statement that writes its rows: a function that runs one statement for
-- each kind costs as much again as the rows.
drop function commands.settle(timestamptz, text, text, text, text, text, text, text, text, jsonb, jsonb, jsonb, jsonb, jsonb,
  jsonb);
