import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { sql } from 'kysely'
import { Effects } from '../../commands/server/effects.ts'
import { AuditReader } from './audit-reader.ts'
import { highestSealed, publishDayHeads, sealNewEntries } from './seal.ts'
import { verifyAudit } from './verify.ts'

const { db, ownerUrl } = await freshDatabase()
let intruder: pg.Client

/** The owner of the database, who may change anything: the one whom the chain is there to catch. */
beforeEach(async () => {
  intruder = new pg.Client({ connectionString: ownerUrl })
  await intruder.connect()
})
afterEach(async () => {
  await intruder.query('truncate audit.entry, audit.seal, audit.day_head restart identity')
  await intruder.end()
})

async function writeEntries(count: number, at = '2026-09-01T02:00:00Z') {
  await db.unitOfWork(tx =>
    sql`insert into audit.entry (at, actor_id, command, subject_kind, subject_id, outcome, request_id)
      select ${at}::timestamptz, 'p' || n, 'cases.file', 'case', n::text, 'done', 'r' || n
      from generate_series(1, ${count}::int) n`.execute(tx),
  )
}

test('an untouched chain is whole, and says how many entries wait for their seal', async () => {
  await writeEntries(30)
  expect(await sealNewEntries(db)).toBe(30)
  await writeEntries(2)
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 30, unsealed: 2 })
})

test('a changed entry is named', async () => {
  await writeEntries(30)
  await sealNewEntries(db)
  await intruder.query(`update audit.entry set outcome = 'cases/not-allowed' where id = 17`)
  expect(await verifyAudit(db)).toEqual({ whole: false, position: 17, entryId: 17, reason: 'entry-changed' })
})

test('a removed entry is named, with or without its seal', async () => {
  await writeEntries(30)
  await sealNewEntries(db)
  await intruder.query('delete from audit.entry where id = 9')
  expect(await verifyAudit(db)).toEqual({ whole: false, position: 9, entryId: 9, reason: 'entry-missing' })
  await intruder.query('delete from audit.seal where entry_id = 9')
  expect(await verifyAudit(db)).toMatchObject({ whole: false, position: 9, reason: 'seal-missing' })
})

test('a chain rewritten throughout does not match the published head of its day', async () => {
  await writeEntries(5)
  await sealNewEntries(db)
  const [head] = await publishDayHeads(db, '2026-09-02')
  expect(head?.day).toBe('2026-09-01')
  await intruder.query(`update audit.entry set actor_id = 'somebody-else' where id = 2`)
  await intruder.query('truncate audit.seal')
  await sealNewEntries(db)
  expect(await verifyAudit(db)).toMatchObject({ whole: false, position: 5, reason: 'day-head-differs' })
})

test('two sealers at once make one chain', async () => {
  await writeEntries(200)
  await Promise.all([1, 2, 3].map(() => sealNewEntries(db, 150)))
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 200, unsealed: 0 })
})

test('a turn that looks near leaves older ones to the next that looks wide', async () => {
  await writeEntries(3)
  expect(await highestSealed(db)).toBeNull()
  expect(await sealNewEntries(db, 2000, 2)).toBe(1)
  expect(await highestSealed(db)).toBe(3)
  expect(await sealNewEntries(db, 2000, 3)).toBe(0)
  expect(await sealNewEntries(db)).toBe(2)
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 3, unsealed: 0 })
})

test('an entry that commits late, behind a sealed one, is sealed too', async () => {
  const late = await db.pool.connect()
  await late.query('begin')
  const insert = `insert into audit.entry (at, actor_id, command, subject_kind, subject_id, outcome, request_id)
    values (now(), 'late', 'cases.file', 'case', 'x', 'done', 'r')`
  await late.query(insert)
  await writeEntries(3)
  await sealNewEntries(db)
  await late.query('commit')
  late.release()
  expect(await sealNewEntries(db)).toBe(1)
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 4, unsealed: 0 })
})

test('the time by the device is in the chain; entries from before, with theirs beside them, stay whole', async () => {
  await writeEntries(2)
  // As they were written before: the time stands in a table of its own.
  await intruder.query(`insert into audit.device_time values ('p1', 'r1', '2026-09-01T01:30:00Z')`)
  const told = {
    ...{ at: '2026-09-01T02:00:00Z', actorId: 'p3', postId: null, command: 'cases.report', requestId: 'r3' },
    ...{ subject: { kind: 'case', id: '3' }, outcome: 'done', deviceAt: '2026-09-01T01:40:00.000Z', kept: null },
  }
  await db.unitOfWork(async (_tx, hold) => new Effects().settle(told).forEach(hold))
  expect(await sealNewEntries(db)).toBe(3)
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 3 })
  const { rows } = await new AuditReader(db.read() as never).list({ limit: 10 })
  expect(rows.map(row => row.device_at)).toEqual(['2026-09-01T01:40:00.000Z', null, '2026-09-01T01:30:00.000Z'])
  await intruder.query(
    `update audit.entry set detail = '{"deviceAt":"2026-09-01T00:00:00.000Z"}' where actor_id = 'p3'`,
  )
  expect(await verifyAudit(db)).toEqual({ whole: false, position: 3, entryId: 3, reason: 'entry-changed' })
  await intruder.query('truncate audit.device_time')
  await expect(
    db.pool.query(`insert into audit.device_time values ('p1', 'r1', '2026-09-01T01:30:00Z')`),
  ).rejects.toThrow('permission denied')
})

test('entries come newest first by their moment, page by page, however many share one', async () => {
  await writeEntries(5, '2026-09-02T02:00:00Z')
  await writeEntries(3, '2026-09-01T02:00:00Z')
  const reader = new AuditReader(db.read() as never)
  const pages = []
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const page = await reader.list({ limit: 2, cursor })
    pages.push(page.rows.map(row => row.id))
    cursor = page.next
  }
  expect(pages).toEqual([
    [5, 4],
    [3, 2],
    [1, 8],
    [7, 6],
  ])
  const day = { from: '2026-09-01T00:00:00.000Z', to: '2026-09-02T00:00:00.000Z', limit: 10 }
  expect((await reader.list(day)).rows.map(row => row.id)).toEqual([8, 7, 6])
  expect((await reader.list({ ...day, subjectIds: ['1', '3'] })).rows.map(row => row.id)).toEqual([8, 6])
})

test.each([
  ['entry_at', {}],
  ['entry_of_actor', { actorId: 'p1' }],
  ['entry_of_command', { command: 'cases.file' }],
  ['entry_about', { subjectIds: ['1'] }],
  ['entry_refused', { outcome: 'refused' }],
] as const)('%s leads to what is asked for, without looking at everything', async (index, filter) => {
  // Many of each kind, as in a place of some years: few who did much, about much.
  await db.unitOfWork(tx =>
    sql`insert into audit.entry (at, actor_id, command, subject_kind, subject_id, outcome, request_id)
      select timestamptz '2026-01-01' + n * interval '1 minute', 'p' || n % 40, case n % 50 when 0 then 'cases.file' else 'cases.report' end,
        'case', (n % 900)::text, case n % 60 when 1 then 'cases/not-allowed' else 'done' end, 'r' || n
      from generate_series(1, 20000) n`.execute(tx),
  )
  await intruder.query('analyze audit.entry')
  const { sql: text, parameters } = new AuditReader(db.read() as never).query({ limit: 50, ...filter }).compile()
  const { rows } = await intruder.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...parameters])
  const plan = rows.map(row => row['QUERY PLAN']).join('\n')
  expect(plan).toContain(index)
  expect(plan).not.toContain('Seq Scan on entry')
})
