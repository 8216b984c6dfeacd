import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '#testkit/database.ts'
import { followAfresh, followChanges } from './follow-changes.ts'

const { db } = await freshDatabase()
const seen: string[] = []
let now = '2026-09-15T02:00:00.000Z'
let fails = false

const follow = () =>
  followChanges(
    db,
    {
      ...{ name: 'test.copy', subjectKind: 'case' },
      some: async ids => {
        if (fails) throw new Error('the copy cannot be written')
        seen.push(...ids.toSorted())
      },
      all: async () => void seen.push('all'),
    },
    now,
  )
/** What it was told since it was asked last. */
const told = async () => {
  await follow()
  return seen.splice(0)
}
const tell = (id: string, kind = 'case') =>
  db.unitOfWork(tx =>
    sql`insert into live.change (at, subject_kind, subject_id, permission) values (${now}, ${kind}, ${id}, 'x')`.execute(
      tx,
    ),
  )

beforeEach(async () => {
  await db.unitOfWork(followAfresh)
  seen.length = 0
  fails = false
  expect(await told()).toEqual(['all'])
})

test('each thing that changed is told once, other kinds are not', async () => {
  await tell('one')
  await tell('two')
  await tell('one')
  await tell('three', 'order')
  // Where another transaction runs, what changed since it began is told again: here only that each comes once.
  const ids = await told()
  expect(ids.filter(id => id === 'one' || id === 'two')).toEqual(['one', 'two'])
  expect(ids).not.toContain('three')
})

test('what commits after later ones were seen is late, not missed', async () => {
  const slow = await db.pool.connect()
  await slow.query('begin')
  await slow.query(
    `insert into live.change (at, subject_kind, subject_id, permission) values ($1, 'case', 'slow', 'x')`,
    [now],
  )
  await tell('quick')
  expect(await told()).toContain('quick')
  await slow.query('commit')
  slow.release()
  expect(await told()).toContain('slow')
})

test('a turn that failed is taken up by the next', async () => {
  await tell('one')
  fails = true
  await expect(follow()).rejects.toThrow('the copy cannot be written')
  fails = false
  expect(await told()).toContain('one')
})

test('everything is compared after half a day away, and after a backup of another database', async () => {
  now = '2026-09-15T14:00:00.000Z'
  expect(await told()).toEqual(['all'])
  expect(await told()).not.toContain('all')
  await db.pool.query(`update live.follower set xid = (xid::text::bigint + 1000000)::text::xid8`)
  expect(await told()).toEqual(['all'])
})
