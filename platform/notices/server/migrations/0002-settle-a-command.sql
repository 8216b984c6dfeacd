-- Lives with the last of the tables it writes. See platform/commands/server/effects.ts for why it is one statement.
create function commands.settle(written jsonb) returns void language plpgsql as $$
declare
  entry audit.entry;
begin
  entry := jsonb_populate_record(null::audit.entry, written -> 'audit');
  insert into audit.entry (at, actor_id, post_id, command, subject_kind, subject_id, outcome, request_id)
  values (entry.at, entry.actor_id, entry.post_id, entry.command, entry.subject_kind, entry.subject_id, entry.outcome,
    entry.request_id);

  if written -> 'answer' <> 'null'::jsonb then
    update commands.request set output = written -> 'answer'
    where actor_id = entry.actor_id and request_id = entry.request_id::uuid;
  end if;

  if jsonb_array_length(written -> 'changes') > 0 then
    insert into live.change (at, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id)
    select at, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id
    from jsonb_populate_recordset(null::live.change, written -> 'changes');
  end if;

  if jsonb_array_length(written -> 'notices') > 0 then
    insert into notices.notice (id, person_id, kind, subject_kind, subject_id, params, at)
    select id, person_id, kind, subject_kind, subject_id, params, at
    from jsonb_populate_recordset(null::notices.notice, written -> 'notices');
  end if;

  if jsonb_array_length(written -> 'replaced') > 0 then
    delete from inbox.item
    using jsonb_to_recordset(written -> 'replaced') as replaced (subject_kind text, subject_id text, tasks jsonb)
    where item.subject_kind = replaced.subject_kind and item.subject_id = replaced.subject_id
      and not replaced.tasks ? item.task;
    insert into inbox.item (subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since)
    select subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since
    from jsonb_populate_recordset(null::inbox.item, written -> 'waiting')
    on conflict (subject_kind, subject_id, task) do update set
      permission = excluded.permission, grid_path = excluded.grid_path, unit_id = excluded.unit_id,
      post_id = excluded.post_id, owner_id = excluded.owner_id, title = excluded.title, number = excluded.number,
      due_at = excluded.due_at, priority = excluded.priority, since = excluded.since;
  end if;
end $$;
comment on function commands.settle is
  'Writes what one command leaves behind besides its own rows: audit entry, kept answer, live changes, notices, inbox.';
grant execute on function commands.settle to wangge_app;
