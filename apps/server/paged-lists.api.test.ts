import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const owner = new pg.Client({ connectionString: town.ownerUrl })

interface Page {
  readonly rows: readonly object[]
  readonly next: string | null
}

/** Lists that end somewhere, each with somebody who sees several of its rows, and how many a call gives at most. */
const lists: readonly (readonly [name: string, login: string, most: number])[] = [
  ['registry.stale', 'committee', 100],
  ['registry.conflicts', 'committee', 100],
  ['registry.corrections', 'committee', 100],
  ['registry.events', 'committee', 100],
  ['registry.alike', 'committee', 100],
  ['registry.merges', 'committee', 100],
  ['registry.exports', 'committee', 100],
  ['registry.imports', 'committee', 100],
  ['registry.latest-looks', 'audit-admin', 100],
  ['supervision.orders', 'supervisor', 100],
  ['coordination.calls', 'street-centre', 100],
  ['campaigns.list', 'street-centre', 100],
  ['campaigns.programmes', 'street-centre', 100],
  ['campaigns.results', 'nobody', 40],
  ['cases.my-reports', 'grid-worker', 100],
  ['institutions.list', 'grid-worker', 100],
]

/** More of what the small town has one of or none, much of it at the same moment, as a job leaves it. */
beforeAll(async () => {
  await owner.connect()
  const people = `(select id, row_number() over (order by id) as n from registry.thing
    where kind = 'person' and state = 'current' and grid_path like '1.1.1%' limit 8)`
  for (const table of ['correction', 'event']) {
    const columns = (
      await owner.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'registry' and table_name = $1
           and column_name <> 'id' and is_generated = 'NEVER'`,
        [table],
      )
    ).rows
      .map(({ name }) => name)
      .join(', ')
    await owner.query(
      `insert into registry.${table} (id, ${columns}) select gen_random_uuid(), ${columns}
       from registry.${table}, generate_series(1, 3)`,
    )
  }
  await owner.query(
    `insert into registry.alike (id, a_id, b_id, score, reasons, source, found_at)
     select gen_random_uuid(), a.id, b.id, 0.85, '[]', 'search', '2026-09-15' from ${people} a, ${people} b where a.n < b.n limit 6`,
  )
  await owner.query(
    `insert into registry.merge (id, kept_id, gone_id, reason, undo, at, by_id)
     select gen_random_uuid(), a.id, b.id, '同一人', '{}', '2026-09-15', 'x' from ${people} a, ${people} b where b.n = a.n + 1 limit 4`,
  )
  await owner.query(
    `insert into registry.look (thing_id, at, by_id, field, reason)
     select id, '2026-09-15', 'x', case n % 2 when 0 then 'phone' end, '核对' from ${people} one`,
  )
  await owner.query(
    `insert into campaigns.programme (id, body, grid_path, owner_id, post_id, unit_id, version)
     select fresh, body || jsonb_build_object('id', fresh), grid_path, owner_id, post_id, unit_id, version
     from campaigns.programme, lateral (select gen_random_uuid() as fresh from generate_series(1, 3)) made`,
  )
  const committee = await town.as('committee')
  for (let n = 0; n < 3; n++) {
    const asked = { kind: 'person', gridPath: '1.1.1', format: 'csv', columns: [{ key: 'name' }], reason: '核对名单' }
    done(await committee.command('registry.begin-export' as never, { exportId: newId(), ...asked } as never))
    const sheet = { importId: newId(), name: '名单.xlsx', bytes: 10, gridPath: '1.1.1', asOf: '2026-09-01' }
    done(await committee.command('registry.begin-import' as never, sheet as never))
  }
})
afterAll(() => owner.end())

test.each(lists)('%s goes on page by page to its end: nothing twice, nothing left out', async (name, login, most) => {
  const who = login === 'nobody' ? town.nobody() : await town.as(login)
  const ask = async (input: object): Promise<Page> => {
    const answer: unknown = await who.query(name as never, input as never)
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code}`)
    return answer as Page
  }
  const whole = await ask({ limit: most })
  expect(whole.rows.length).toBeGreaterThan(1)
  const rows: object[] = []
  let cursor: string | null | undefined
  for (let calls = 0; cursor !== null && calls <= most; calls++) {
    const page = await ask({ limit: 1, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next
  }
  expect(cursor).toBe(whole.next)
  // A photo comes with a pass of the moment.
  const plain = (list: readonly object[]) => JSON.parse(JSON.stringify(list).replaceAll(/"pass":"[^"]*"/g, '"pass":""'))
  expect(plain(rows)).toEqual(plain(whole.rows))
})
