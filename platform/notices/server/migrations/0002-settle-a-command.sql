-- Lives with the last of the tables it writes. See platform/commands/server/effects.ts for why it is one statement.
create function commands.settle(written jsonb) returns void language plpgsql as $$
declare
  entry jsonb := written -> 'audit';
  replaced jsonb;
begin
  insert into audit.entry (at, actor_id, post_id, command, subject_kind, subject_id, outcome, request_id)
  values ((entry ->> 'at')::timestamptz, entry ->> 'actor_id', entry ->> 'post_id', entry ->> 'command',
    entry ->> 'subject_kind', entry ->> 'subject_id', entry ->> 'outcome', entry ->> 'request_id');

  if written -> 'answer' <> 'null' then
    update commands.request set output = written -> 'answer'
    where actor_id = entry ->> 'actor_id' and request_id = (entry ->> 'request_id')::uuid;
  end if;

  if written -> 'changes' <> '[]' then
    insert into live.change (at, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id)
    select at, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id
    from jsonb_to_recordset(written -> 'changes') as change (at timestamptz, subject_kind text, subject_id text,
      permission text, grid_path text, unit_id text, post_id text, owner_id text);
  end if;

  if written -> 'notices' <> '[]' then
    insert into notices.notice (id, person_id, kind, subject_kind, subject_id, params, at)
    select id, person_id, kind, subject_kind, subject_id, params, at
    from jsonb_to_recordset(written -> 'notices') as notice (id uuid, person_id text, kind text, subject_kind text,
      subject_id text, params jsonb, at timestamptz);
  end if;

  -- One by one, by key: joined to a list of unknown length the planner would rather read the whole inbox each time.
  for replaced in select jsonb_array_elements(written -> 'replaced') loop
    delete from inbox.item
    where subject_kind = replaced ->> 'subject_kind' and subject_id = replaced ->> 'subject_id'
      and not replaced -> 'tasks' ? task;
  end loop;

  if written -> 'waiting' <> '[]' then
    insert into inbox.item (subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since)
    select subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since
    from jsonb_to_recordset(written -> 'waiting') as waiting (subject_kind text, subject_id text, task text,
      permission text, grid_path text, unit_id text, post_id text, owner_id text, title text, number text,
      due_at timestamptz, priority int, since timestamptz)
    on conflict (subject_kind, subject_id, task) do update set
      permission = excluded.permission, grid_path = excluded.grid_path, unit_id = excluded.unit_id,
      post_id = excluded.post_id, owner_id = excluded.owner_id, title = excluded.title, number = excluded.number,
      due_at = excluded.due_at, priority = excluded.priority, since = excluded.since;
  end if;
end $$;
comment on function commands.settle is
  'Writes what one command leaves behind besides its own rows: audit entry, kept answer, live changes, notices, inbox.';
grant execute on function commands.settle to wangge_app;
