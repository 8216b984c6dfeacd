import { expect, test } from 'vitest'
import type * as cases from '#modules/cases/common/index.ts'
import type { explain, showCalendar } from '#platform/worktime/common/contract.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const people = ['committee', 'street-centre', 'district-hub'] as const

async function all<R>(login: string, name: string, input: object = {}): Promise<R[]> {
  const who = await town.as(login)
  return (done(await who.query(name as never, input as never)) as unknown as { rows: R[] }).rows
}

test('the town shows oversight at work: orders in every state, a whistle answered and one under way, a neighbour at work', async () => {
  const orders = await all<{ kind: string; state: string; caseId: string | null }>('supervisor', 'supervision.orders')
  expect(orders.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
    ...['instruction accepted', 'order issued', 'order replied', 'urge ended'],
  ])
  const calls = await all<{ state: string }>('street-centre', 'coordination.calls')
  expect(calls.map(({ state }) => state).sort()).toEqual(['called', 'coming', 'confirmed', 'excused', 'rated'])
  const { units } = done(await (await town.as('district-hub')).query<typeof cases.listUnits>('cases.units', {}))
  expect(units.some(({ name }) => name.startsWith('相邻辖区'))).toBe(true)
})

test('the ladder tells of the few that press, each level once, and of nothing that was told before the town began', async () => {
  await town.jobs.send('worktime.tick')
  await town.jobs.drain()
  const { rows } = await town.db.pool.query<{ light: string; count: number }>(
    'select light, count(distinct subject_id)::int as count from supervision.escalation group by light order by light',
  )
  expect(rows).toEqual([
    { light: 'orange', count: 2 },
    { light: 'red', count: 2 },
    { light: 'yellow', count: 2 },
  ])
  await town.jobs.send('worktime.tick')
  await town.jobs.drain()
  const again = await town.db.pool.query('select count(distinct subject_id)::int as count from supervision.escalation')
  expect(again.rows).toEqual([{ count: 6 }])
})

test('one matter is seen at all three levels, and each may do what its level gives', async () => {
  const raised = await town.db.pool.query<{ id: string; level: string }>(
    "select id, level from cases.case_file where level <> 'community' order by level",
  )
  expect(raised.rows.map(({ level }) => level)).toEqual(['district', 'street'])
  const [atDistrict, atStreet] = raised.rows.map(({ id }) => id)
  const allowed = async (caseId: string) => {
    const shown: Record<string, readonly string[]> = {}
    for (const login of people) {
      const who = await town.as(login)
      const page = done(await who.query<typeof cases.showCase>('cases.show', { caseId }))
      shown[login] = page.allowed.filter(action =>
        ['accept', 'file', 'raise', 'assign-down', 'dispatch'].includes(action),
      )
    }
    return shown
  }
  expect(await allowed(atStreet!)).toEqual({
    committee: [],
    'street-centre': ['accept', 'raise', 'assign-down'],
    'district-hub': ['raise', 'assign-down'],
  })
  expect(await allowed(atDistrict!)).toEqual({
    committee: [],
    'street-centre': [],
    'district-hub': ['file', 'assign-down'],
  })
})

test('one complaint that came again is left out of the rates by two people, and the board says who and why', async () => {
  await town.jobs.send('supervision.facts')
  await town.jobs.drain()
  const [from, until] = [-30, 1].map(days => new Date(Date.parse(town.clock.now()) + days * 86_400_000).toISOString())
  const rows = await all<object>('supervisor', 'supervision.left-out', { from, until, dayEnds: until })
  expect(rows).toMatchObject([
    { reason: '重复反映', askedByName: expect.any(String), agreedByName: expect.any(String), wasLate: false },
  ])
})

test('one community works by hours of its own, and its deadlines say so', async () => {
  const admin = await town.as('system-admin')
  const { calendars } = done(await admin.query<typeof showCalendar>('worktime.show-calendar', { year: 2026 }))
  const own = calendars.find(({ key }) => key !== 'default')
  const shown = done(
    await admin.query<typeof showCalendar>('worktime.show-calendar', { calendar: own!.key, year: 2026 }),
  )
  expect(shown.week.every(([span]) => span?.from === 480 && span.until === 1200)).toBe(true)
  const { rows } = await town.db.pool.query<{ subject_id: string }>(
    "select subject_id from worktime.timer where starts_with(calendar, $1) and clock = 'work-day' limit 1",
    [own!.key],
  )
  const supervisor = await town.as('supervisor')
  const asked = { subjectKind: 'case', subjectId: rows[0]!.subject_id, locale: 'zh-CN' } as const
  const { timers } = done(await supervisor.query<typeof explain>('worktime.explain', asked))
  expect(timers.some(({ lines }) => lines.some(({ text }) => text.includes(own!.name)))).toBe(true)
})
