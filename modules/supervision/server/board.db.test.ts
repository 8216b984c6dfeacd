import { expect, test } from 'vitest'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { followAfresh } from '#platform/live/server/follow-changes.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { compileCalendar } from '#platform/worktime/common/index.ts'
import { freshDatabase } from '#testkit/database.ts'
import { openSupervision } from '../testing.ts'

const { db } = await freshDatabase()
const { house, calendar, around, asks, facts } = await openSupervision(db)
const holiday = { kind: 'rest', name: { 'zh-CN': '运动会', en: 'Games' }, spans: null } as const
/** The working day after today, in the house's time. */
function nextMonday(): string {
  const day = new Date(millisecondsOf(house.now) + 8 * 3_600_000)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 1)
  return day.toISOString().slice(0, 10)
}

test('every figure of the board is the number of cases in the list behind it', async () => {
  for (const status of ['closed', 'reported', 'dispatched'] as const) await house.caseThatIs(status)
  house.later(20 * 24 * 60)
  await facts()
  const period = {
    from: instantOf(millisecondsOf(house.now) - 40 * 86_400_000),
    until: house.now,
    dayEnds: instantOf(millisecondsOf(house.now) + 3_600_000),
  }
  const board = (await asks('supervision.board', period)) as never as {
    rates: { key: string; met: number; all: number }[]
    now: Record<string, number>
    repeated: { cases: object[] }[]
  }
  expect(board.rates.find(({ key }) => key === 'closed-on-time')!.met).toBeGreaterThan(0)
  expect(board.now['overdue']).toBeGreaterThan(0)
  for (const { key, met, all } of board.rates) {
    const count = async (part: string) =>
      (await asks('supervision.board-cases', { ...period, figure: key, part }))['total']
    expect([key, await count('all'), await count('met'), await count('unmet')]).toEqual([key, all, met, all - met])
  }
  for (const [figure, count] of Object.entries(board.now)) {
    expect([figure, (await asks('supervision.board-cases', { ...period, figure }))['total']]).toEqual([figure, count])
  }
  expect(board.repeated[0]!.cases.length).toBeGreaterThanOrEqual(3)
  const farAway = house.actor('far-away', [{ permission: 'supervision.board', within: { kind: 'subtree', path: '9' } }])
  expect((await asks('supervision.board', period, farAway))['now']).toMatchObject({ overdue: 0 })
})

test('a changed calendar moves what the board shows of cases to which nothing happened', async () => {
  const { caseId } = await house.caseThatIs('dispatched')
  const due = async () =>
    (await db.pool.query('select whole_due::text as due from supervision.case_fact where case_id = $1', [caseId]))
      .rows[0]
  await facts()
  const before = await due()
  const usual = around.clocks.calendarAt
  const idle = compileCalendar({ ...calendar.plan, days: [{ ...holiday, day: nextMonday() }] })
  Object.assign(around.clocks, { calendarAt: () => idle })
  await facts()
  expect(await due()).toEqual(before)
  await db.pool.query(
    `insert into worktime.replay (id, calendar, reason, asked_at, finished_at, moved) values ($1, 'default', 'day', $2, $2, 1)`,
    [newId(), house.now],
  )
  house.later(1)
  await facts()
  const after = await due()
  expect(after.due > before.due).toBe(true)
  Object.assign(around.clocks, { calendarAt: usual })
})

test('facts follow what changed; what came without news comes with the comparison of the night', async () => {
  const kept = async (id: string) =>
    (await db.pool.query('select status, version from supervision.case_fact where case_id = $1', [id])).rows[0]
  const silently = "update cases.case_file set status = 'closed', version = version + 1 where id = $1"
  await facts()
  const { caseId } = await house.caseThatIs('dispatched')
  const quiet = (await house.caseThatIs('reported')).caseId
  await facts()
  expect(await kept(caseId)).toMatchObject({ status: 'dispatched' })
  // As if no other transaction ran: what was told now is not told again.
  await db.pool.query('update live.follower set xid = pg_snapshot_xmax(pg_current_snapshot())')
  await db.pool.query(silently, [quiet])
  await facts()
  expect(await kept(quiet)).toMatchObject({ status: 'reported' })
  await db.unitOfWork(followAfresh)
  await facts()
  expect(await kept(quiet)).toMatchObject({ status: 'closed' })
})
