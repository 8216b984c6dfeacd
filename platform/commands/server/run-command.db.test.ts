import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, nobody } from '#platform/authz/common/grants.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { defineRefusals, isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { freshDatabase } from '#testkit/database.ts'
import { command, type Work } from './command.ts'
import { type Enqueue, runCommand } from './run-command.ts'

const { db, adminUrl } = await freshDatabase()
const now = '2026-09-01T01:00:00.000Z'
const actor: Actor = {
  personId: 'lin',
  postId: 'post-1',
  unitId: null,
  grants: [{ permission: 'test.count', within: { kind: 'everywhere' } }],
}
const refuse = defineRefusals('test', { 'too-much': 'conflict' })
const noJobs: Enqueue = async () => {}
const subject = { kind: 'counter', id: 'one' }

const addUp = command(
  endpoint({
    name: 'test.add-up',
    kind: 'command',
    access: { permission: 'test.count' },
    summary: 'Adds up.',
    input: z.object({ by: z.int() }),
    output: z.object({ sum: z.int() }),
    refusals: ['test/too-much'],
  }),
  {
    subject: () => subject,
    async run(work: Work<unknown>, { by }) {
      const sum = await add(work.tx, by)
      if (sum > 100) return refuse['too-much']()
      const placed = { gridPath: '1', unitId: null, postId: null, ownerId: null }
      work.tell({ subject, permission: 'test.read', placed })
      const item = { permission: 'test.count', placed, number: null, since: work.now, dueAt: null, priority: 0 }
      work.waits(subject, [{ ...item, task: sum % 2 ? 'odd' : 'even', title: `${sum}` }])
      return { sum }
    },
  },
)

async function add(tx: Transaction<unknown>, by: number): Promise<number> {
  const { rows } = await sql<{ sum: number }>`update test_counter set sum = sum + ${by} returning sum`.execute(tx)
  return rows[0]!.sum
}

const admin = new pg.Client({ connectionString: adminUrl })

beforeAll(async () => {
  await admin.connect()
  await admin.query(
    'create table test_counter (sum int not null); insert into test_counter values (0); grant select, update on test_counter to wangge_app',
  )
})
afterAll(() => admin.end())

const call = (by: unknown, requestId = newId(), as: Actor = actor) =>
  runCommand(db, noJobs, addUp, { actor: as, now, requestId, input: { by } })

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db.read())
  return rows[0]!.n
}

const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : answer)

test('the same request sent three times at once happens once and answers the same', async () => {
  const requestId = newId()
  const answers = await Promise.all([1, 2, 3].map(() => call(3, requestId)))
  expect(answers).toEqual([{ sum: 3 }, { sum: 3 }, { sum: 3 }])
  expect(await call(3, requestId)).toEqual({ sum: 3 })
})

test('a copy that is refused because of the first is answered like the first', async () => {
  const { sum } = (await call(0)) as { sum: number }
  const requestId = newId()
  // There is room for it once, not twice.
  const answers = await Promise.all([1, 2, 3].map(() => call(100 - sum, requestId)))
  expect(answers).toEqual([{ sum: 100 }, { sum: 100 }, { sum: 100 }])
  expect(await call(100 - sum, requestId)).toEqual({ sum: 100 })
  await admin.query('update test_counter set sum = $1', [sum])
})

test('a copy whose work fails is answered like the first', async () => {
  const requestId = newId()
  const first = await call(1, requestId)
  await admin.query('alter table test_counter rename to test_gone')
  expect(await call(1, requestId)).toEqual(first)
  await expect(call(1)).rejects.toThrow('test_counter')
  await admin.query('alter table test_gone rename to test_counter')
})

test('a request id used for something else is refused', async () => {
  const requestId = newId()
  await call(2, requestId)
  expect(codeOf(await call(4, requestId))).toBe('commands/request-reused')
})

test('what waits and what changed is written with the work, and replaced by the next', async () => {
  const before = await count('live.change')
  const { sum } = (await call(1)) as { sum: number }
  const { rows } = await sql<{ task: string; title: string }>`select task, title from inbox.item`.execute(db.read())
  expect(rows).toEqual([{ task: sum % 2 ? 'odd' : 'even', title: `${sum}` }])
  expect(await count('live.change')).toBe(before + 1)
})

test('a refusal undoes the work, leaves the inbox alone, and is on record', async () => {
  const before = await sql<{ sum: number }>`select sum from test_counter`.execute(db.read())
  expect(codeOf(await call(1000))).toBe('test/too-much')
  expect(await sql`select sum from test_counter`.execute(db.read())).toMatchObject({ rows: before.rows })
  const { rows } = await sql<{ outcome: string }>`select outcome from audit.entry order by id desc limit 1`.execute(
    db.read(),
  )
  expect(rows).toEqual([{ outcome: 'test/too-much' }])
})

test('who may not knock is refused before the input is looked at', async () => {
  expect(codeOf(await call('nonsense', newId(), nobody))).toBe('commands/sign-in-first')
  expect(codeOf(await call('nonsense', newId(), { ...actor, grants: [] }))).toBe('commands/not-allowed')
  expect(await call('nonsense')).toMatchObject({ code: 'commands/invalid-input', detail: { fields: ['by'] } })
})

test('reading on the outer handle inside a unit of work is an error, and units of work do not nest', async () => {
  const inside = db.unitOfWork(async () => count('audit.entry'))
  await expect(inside).rejects.toThrow('query outside the open unit of work')
  await expect(db.unitOfWork(() => db.unitOfWork(async () => 1))).rejects.toThrow('units of work do not nest')
})
