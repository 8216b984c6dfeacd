-- Machines ask for what changed since they last asked; people's cases, by far the most, are not in it.
create index case_file_changed on cases.case_file (source, since, id)
  where source in ('sensor', 'video', 'superior', 'media');
