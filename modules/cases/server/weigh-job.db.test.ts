import { beforeEach, expect, test } from 'vitest'
import { followAfresh } from '#platform/live/server/follow-changes.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { freshDatabase } from '#testkit/database.ts'
import { usualPriority } from '../common/priority.ts'
import * as verbs from '../testing.ts'

const { db } = await freshDatabase()
const house = await verbs.CasesHouse.open(db)
const { cast } = house
let step = 0

beforeEach(async () => {
  await house.weigh()
  step += 100
})

/** Weighs, and takes it that no other transaction runs: then what was told now is not told again. */
async function weigh(): Promise<void> {
  await house.weigh()
  await db.pool.query('update live.follower set xid = pg_snapshot_xmax(pg_current_snapshot())')
}

/** A report at the point of this test, a minute after the one before. */
async function report(): Promise<string> {
  house.later(1)
  const place = house.placeIn('1.2', step)
  const { caseId } = await verbs.reportCase(house.as(cast.resident), { description: '堆了垃圾', place })
  return caseId
}
async function counted(caseId: string) {
  const { rows } = await db.pool.query('select reports, repeats from cases.priority where case_id = $1', [caseId])
  return rows[0] as { reports: number; repeats: number } | undefined
}
/** Counts that nobody could have counted: they stay as long as nothing is counted anew. */
const spoil = (caseId: string) =>
  db.pool.query('update cases.priority set reports = 77, repeats = 77 where case_id = $1', [caseId])
const spoilt = { reports: 77, repeats: 77 }

test('what lies around a case is counted once, while only time goes on', async () => {
  await report()
  const second = await report()
  await weigh()
  expect(await counted(second)).toEqual({ reports: 1, repeats: 1 })
  await spoil(second)
  house.later(60)
  const before = await db.pool.query('select reasons from cases.priority where case_id = $1', [second])
  await weigh()
  expect(await counted(second)).toEqual(spoilt)
  const after = await db.pool.query('select reasons from cases.priority where case_id = $1', [second])
  expect(after.rows).not.toEqual(before.rows)
})

test('a case that nobody touched and that time says nothing new of is left alone', async () => {
  const caseId = await report()
  await weigh()
  const at = async () =>
    (await db.pool.query('select at, next_at from cases.priority where case_id = $1', [caseId])).rows[0] as {
      at: string
      next_at: string
    }
  const first = await at()
  house.now = instantOf(millisecondsOf(first.next_at) - 1)
  await weigh()
  expect(await at()).toEqual(first)
  house.now = first.next_at
  await weigh()
  expect((await at()).at > first.at).toBe(true)
})

test('it is counted again when an earlier neighbour goes, when one appears late, and when a report is joined', async () => {
  const first = await report()
  const second = await report()
  await weigh()
  await verbs.refuseCase(house.as(cast.acceptor), first)
  await weigh()
  expect(await counted(first)).toBeUndefined()
  expect(await counted(second)).toEqual({ reports: 1, repeats: 0 })

  // Reported before the second, and committed only now.
  house.later(-10)
  await report()
  house.later(10)
  await weigh()
  expect(await counted(second)).toEqual({ reports: 1, repeats: 1 })

  const third = await report()
  await weigh()
  expect(await counted(third)).toEqual({ reports: 1, repeats: 2 })
  const joined = await report()
  await verbs.joinCase(house.as(cast.acceptor), joined, second)
  await weigh()
  expect(await counted(second)).toEqual({ reports: 2, repeats: 1 })
  expect(await counted(third)).toEqual({ reports: 1, repeats: 2 })
})

test('a step of a neighbour that stays a matter counts nothing again beside it', async () => {
  const first = await report()
  const second = await report()
  await weigh()
  await spoil(second)
  await verbs.acceptCase(house.as(cast.acceptor), first)
  await weigh()
  expect(await counted(second)).toEqual(spoilt)
})

test('other settings, and limits that a calendar moved, count everything again', async () => {
  await report()
  const second = await report()
  await weigh()
  house.priorityAt = () => ({ ...usualPriority, repeatMetres: 0 })
  house.later(40 * 24 * 60)
  await weigh()
  const late = await report()
  await weigh()
  expect(await counted(late)).toEqual({ reports: 1, repeats: 0 })
  house.priorityAt = () => ({ ...usualPriority, repeatDays: 60 })
  await weigh()
  expect(await counted(late)).toEqual({ reports: 1, repeats: 2 })
  await spoil(second)
  await db.pool.query(
    `insert into worktime.replay (id, calendar, reason, asked_at, finished_at, moved)
    values (gen_random_uuid(), 'default', 'day', $1, $1, 1)`,
    [house.now],
  )
  await weigh()
  expect(await counted(second)).toEqual({ reports: 1, repeats: 1 })
  house.priorityAt = () => usualPriority
})

test('each night everything is compared: what came without news is weighed, and what ended so is forgotten', async () => {
  const [first, second] = [await report(), await report()]
  await weigh()
  await spoil(second)
  await db.pool.query("update cases.case_file set status = 'closed' where id = $1", [first])
  await weigh()
  expect([await counted(first), await counted(second)]).toEqual([{ reports: 1, repeats: 0 }, spoilt])
  await db.unitOfWork(followAfresh)
  await weigh()
  expect([await counted(first), await counted(second)]).toEqual([undefined, { reports: 1, repeats: 1 }])
})
