-- What the device told of itself (its own time) stands in the entry, and so in the chain over the entries: the text that is
-- hashed has always had the detail in it. Entries from before keep theirs in audit.device_time, outside the chain; nothing
-- is added there any more.
revoke insert on audit.device_time from wangge_app;

drop function commands.settle(timestamptz, text, text, text, text, text, text, text, text, jsonb, jsonb, jsonb, jsonb, jsonb);

create function commands.settle(moment timestamptz, actor text, post text, of_command text, kind text, id text,
  ended text, request text, hash text, answer jsonb, told jsonb, changes jsonb, news jsonb, replaced jsonb, waiting jsonb)
returns void language plpgsql
-- A plan that was made while a table was small would read the whole of it for ever; by key it cannot.
set enable_seqscan = off
as $$
declare
  one jsonb;
begin
  if hash is not null then
    insert into commands.request (actor_id, request_id, command, input_hash, output, at)
    values (actor, request::uuid, of_command, hash, answer, moment)
    on conflict (actor_id, request_id) do nothing;
    if not found then
      raise exception 'this request was answered before' using errcode = 'WG002';
    end if;
  end if;

  insert into audit.entry (at, actor_id, post_id, command, subject_kind, subject_id, outcome, request_id,
    detail)
  values (moment, actor, post, of_command, kind, id, ended, request, told);

  if changes is not null then
    insert into live.change (at, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id)
    select moment, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id
    from jsonb_to_recordset(changes) as change (subject_kind text, subject_id text, permission text, grid_path text,
      unit_id text, post_id text, owner_id text);
  end if;

  if news is not null then
    insert into notices.notice (id, person_id, kind, subject_kind, subject_id, params, at)
    select notice.id, person_id, notice.kind, subject_kind, subject_id, params, moment
    from jsonb_to_recordset(news) as notice (id uuid, person_id text, kind text, subject_kind text, subject_id text,
      params jsonb);
  end if;

  -- One by one, by key: joined to a list of unknown length the planner would rather read the whole inbox each time.
  for i in 0 .. coalesce(jsonb_array_length(replaced), 0) - 1 loop
    one := replaced -> i;
    delete from inbox.item
    where subject_kind = one ->> 'kind' and subject_id = one ->> 'id' and not one -> 'tasks' ? task;
  end loop;

  if waiting is not null then
    insert into inbox.item (subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since)
    select subject_kind, subject_id, task, permission, grid_path, unit_id, post_id, owner_id, title,
      number, due_at, priority, since
    from jsonb_to_recordset(waiting) as item (subject_kind text, subject_id text, task text,
      permission text, grid_path text, unit_id text, post_id text, owner_id text, title text, number text,
      due_at timestamptz, priority int, since timestamptz)
    on conflict (subject_kind, subject_id, task) do update set
      permission = excluded.permission, grid_path = excluded.grid_path, unit_id = excluded.unit_id,
      post_id = excluded.post_id, owner_id = excluded.owner_id, title = excluded.title, number = excluded.number,
      due_at = excluded.due_at, priority = excluded.priority, since = excluded.since;
  end if;
end $$;
comment on function commands.settle is
  'Writes what one command leaves behind besides its own rows: kept answer, audit entry, live changes, notices, inbox. Raises WG002 when the request was answered before.';
grant execute on function commands.settle to wangge_app;
