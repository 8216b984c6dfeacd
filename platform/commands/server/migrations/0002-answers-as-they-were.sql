-- An answer is given again as it was: the database has nothing to look for in it.
alter table commands.request alter column output type json using output::json;
