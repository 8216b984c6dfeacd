import pg from 'pg'
import { newId } from '#platform/kernel/server/new-id.ts'
import { pointOf } from './desk.ts'

/** One command's rows, without anything that decides: request, case, event, change, inbox, audit. */
const step = `
  with asked as (insert into commands.request (actor_id, request_id, command, input_hash, at) values ('bench', $1, 'bench', 'x', now())),
  moved as (update cases.case_file set version = version + 1, since = now(), status = $4 where id = $2),
  happened as (insert into cases.case_event (case_id, version, at, body) values ($2, $3, now(), '{"type":"bench"}')),
  told as (insert into live.change (at, subject_kind, subject_id, permission, grid_path) values (now(), 'case', $2::text, 'cases.read', '1')),
  done as (delete from inbox.item where subject_kind = 'case' and subject_id = $2::text),
  audited as (insert into audit.entry (at, actor_id, command, subject_kind, subject_id, outcome, request_id)
    values (now(), 'bench', 'bench', 'case', $2::text, 'done', $1::text))
  select 1`

const born = `insert into cases.case_file (id, number, status, source, description, lon, lat, grid_path, grid_names, no_grid,
    photos, rework_count, reported_at, since, version, words)
  values ($1, $2, 'reported', 'worker', '路边暴露垃圾', $3, $4, '1.1.1', '{}', false, '[]', 0, now(), now(), 1,
    array_to_tsvector(array['暴露', '露垃', '垃圾']))`

const search = `select id from cases.case_file where place_1 = '1' and status = 'handled'
  and words @@ '''垃圾'''::tsquery order by reported_at desc, id desc limit 21`

/** The floor: what the database itself needs for the same rows, each command one transaction, same concurrency. */
export async function bareWrites(url: string, count: number, atOnce: number) {
  const milliseconds: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      while (next < count) {
        const began = performance.now()
        await oneLifecycle(client, next++)
        milliseconds.push(performance.now() - began)
      }
      await client.end()
    }),
  )
  return { milliseconds, seconds: (performance.now() - started) / 1000 }
}

async function oneLifecycle(client: pg.Client, n: number): Promise<void> {
  const id = newId()
  const { lon, lat } = pointOf(n)
  await client.query('begin')
  await client.query(born, [id, `bench-${id}`, lon, lat])
  await client.query(step, [newId(), id, 1, 'reported'])
  await client.query('commit')
  for (const [version, status] of ['accepted', 'filed', 'dispatched', 'handled'].entries()) {
    await client.query('begin')
    await client.query('select version from cases.case_file where id = $1 for update', [id])
    await client.query(step, [newId(), id, version + 2, status])
    await client.query('commit')
  }
  await client.query(search)
}
