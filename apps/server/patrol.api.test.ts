import { expect, test } from 'vitest'
import type { showCase } from '#modules/cases/common/index.ts'
import { standingAfter } from '#modules/patrol/common/index.ts'
import type * as patrol from '#modules/patrol/common/index.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { buildTown, done } from '#testkit/town.ts'

const town = await buildTown()
const [lead, worker, next, supervisor] = await Promise.all(
  ['grid-lead', 'grid-worker', 'grid-worker-next', 'supervisor'].map(login => town.as(login)),
)
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const points = ['东门', '消防通道', '地下室'].map((name, n) => ({
  ...{
    pointId: `${n}`,
    name,
    place: null,
    indoors: n === 2,
    checklistId: n === 1 ? 'fire-lane' : 'daily-patrol',
    note: '',
  },
}))

async function planOf(more: object = {}) {
  const own = done(await worker!.query<typeof patrol.listPlans>('patrol.plans', {})).rows[0]!
  const spans = [{ name: '巡查', from: '00:00', until: '00:00' }]
  const plan = {
    ...{ planId: newId(), version: 0, title: '试巡', gridPath: own.gridPath, postId: own.postId, points },
    ...{ rhythm: { weekdays: everyDay, spans }, validFrom: dayOf(town.clock.now(), -2), validUntil: null, ...more },
  }
  return { plan, answer: await lead!.command<typeof patrol.writePlan>('patrol.write-plan', plan) }
}
/** What the clock does each minute. */
async function minute() {
  await town.jobs.send('patrol.rounds')
  await town.jobs.drain()
}
const roundOf = (planId: string, daysLater = 0) => `${planId}.${dayOf(town.clock.now(), daysLater)}.0000`
const good = (...items: string[]) => items.map(item => ({ item, state: 'good' as const }))
const mine = async () => done(await worker!.query<typeof patrol.myRounds>('patrol.my-rounds', { days: 2 })).rounds

test('a lead writes a plan, the worker walks it, what is wrong is a case at once, what is left is told with its reason', async () => {
  const { plan, answer } = await planOf()
  expect(done(answer)).toEqual({ planId: plan.planId, version: 1 })
  const roundId = roundOf(plan.planId)
  const round = (await mine()).find(one => one.roundId === roundId)!
  expect(round).toMatchObject({ title: '试巡', state: 'waiting', coverage: { due: 3, left: 3 } })
  expect(round.checklists.map(list => list.checklistId).toSorted()).toEqual(['daily-patrol', 'fire-lane'])

  const at = town.clock.now()
  const caseId = newId()
  const checked = done(
    await worker!.command<typeof patrol.checkPoint>('patrol.check-point', {
      ...{ roundId, pointId: '1', at, results: [{ item: 'lane', state: 'found' }, ...good('exits')] },
      findings: [{ caseId, item: 'lane', text: '消防通道上停着一辆货车' }],
    }),
  )
  expect(checked).toMatchObject({ state: 'walking', coverage: { checked: 1, left: 2 }, cases: [{ caseId }] })
  const opened = done(await worker!.query<typeof showCase>('cases.show', { caseId }))
  expect(opened).toMatchObject({ description: '消防通道上停着一辆货车', number: checked.cases[0]!.number })

  const step = { roundId, at, reason: 'closed' as const, note: '物业没有钥匙' }
  done(await worker!.command<typeof patrol.skipPoint>('patrol.skip-point', { ...step, pointId: '2' }))
  const last = { roundId, pointId: '0', at, results: good('order') }
  expect(done(await worker!.command<typeof patrol.checkPoint>('patrol.check-point', last))).toMatchObject({
    ...{ state: 'ended', coverage: { due: 3, checked: 2, skipped: 1, left: 0, late: 0 } },
  })
  const seen = done(await supervisor!.query<typeof patrol.showRound>('patrol.round', { roundId }))
  expect(seen.steps.map(one => [one.type, one.pointId, one.reason])).toEqual([
    ['round.checked', '1', null],
    ['round.skipped', '2', 'closed'],
    ['round.checked', '0', null],
  ])
  expect(seen.steps[0]).toMatchObject({ findings: [{ caseId, item: 'lane' }] })
})

test('the worker next door neither sees nor walks it, and may write no plan', async () => {
  const { plan } = await planOf()
  const roundId = roundOf(plan.planId)
  expect(await next!.query<typeof patrol.showRound>('patrol.round', { roundId })).toMatchObject({
    code: 'patrol/no-such-round',
  })
  const at = town.clock.now()
  expect(await next!.command<typeof patrol.beginRound>('patrol.begin-round', { roundId, at })).toMatchObject({
    code: 'patrol/no-such-round',
  })
  expect(await worker!.command<typeof patrol.writePlan>('patrol.write-plan', plan)).toMatchObject({
    kind: 'not-allowed',
  })
  expect(done(await next!.query<typeof patrol.myRounds>('patrol.my-rounds', {})).rounds).not.toContainEqual(
    expect.objectContaining({ roundId }),
  )
})

test('what cannot be a plan is refused by name, and nobody overwrites what another has just changed', async () => {
  const codeOf = async (more: object) => (await planOf(more)).answer
  expect(await codeOf({ rhythm: { weekdays: [], spans: [] } })).toMatchObject({ code: 'patrol/rhythm-unclear' })
  expect(await codeOf({ points: [] })).toMatchObject({ code: 'patrol/points-unclear' })
  expect(await codeOf({ points: [{ ...points[0]!, checklistId: 'none' }] })).toMatchObject({
    code: 'patrol/no-such-checklist',
  })
  expect(await codeOf({ postId: 'nobody' })).toMatchObject({ code: 'patrol/no-such-post' })
  expect(await codeOf({ gridPath: '9.9' })).toMatchObject({ code: 'patrol/no-such-grid' })
  const { plan } = await planOf()
  const again = (version: number) =>
    lead!.command<typeof patrol.writePlan>('patrol.write-plan', { ...plan, version, title: '改过' })
  expect(await again(0)).toMatchObject({ code: 'patrol/other-version' })
  expect(done(await again(1))).toEqual({ planId: plan.planId, version: 2 })
  // A round that nobody has begun follows the new version.
  expect((await mine()).find(one => one.roundId === roundOf(plan.planId))).toMatchObject({ title: '改过' })
})

test('a phone that was without signal tells yesterday’s round today and is not late for it; after some days no more', async () => {
  const { plan } = await planOf()
  const yesterday = instantOf(millisecondsOf(town.clock.now()) - 86_400_000)
  const check = { roundId: roundOf(plan.planId, -1), pointId: '0', at: yesterday, results: good('order') }
  expect(done(await worker!.command<typeof patrol.checkPoint>('patrol.check-point', check))).toMatchObject({
    ...{ state: 'walking', coverage: { checked: 1, late: 0 } },
  })
  // A clock that runs ahead is taken as now.
  const ahead = { roundId: roundOf(plan.planId), pointId: '0', at: '2099-01-01T00:00:00.000Z', results: good('order') }
  expect(done(await worker!.command<typeof patrol.checkPoint>('patrol.check-point', ahead))).toMatchObject({
    coverage: { checked: 1 },
  })
  town.clock.advance({ days: 9 })
  const worker2 = await town.as('grid-worker')
  const late = await worker2.command<typeof patrol.checkPoint>('patrol.check-point', {
    ...check,
    pointId: '1',
    results: [],
  })
  expect(late).toMatchObject({ code: 'patrol/too-old', kind: 'too-late' })
})

test('rounds wait while their time runs and leave the inbox when it is over', async () => {
  await minute()
  const worker2 = await town.as('grid-worker')
  const leads = await town.as('grid-lead')
  const now = town.clock.now()
  const time = (minutes: number) => instantOf(millisecondsOf(now) + (480 + minutes) * 60_000).slice(11, 16)
  const own = done(await worker2.query<typeof patrol.listPlans>('patrol.plans', {})).rows[0]!
  const plan = {
    ...{ planId: newId(), version: 0, title: '短巡', gridPath: own.gridPath, postId: own.postId, points },
    rhythm: { weekdays: everyDay, spans: [{ name: '短', from: time(5), until: time(30) }] },
    ...{ validFrom: dayOf(now, -1), validUntil: null },
  }
  done(await leads.command<typeof patrol.writePlan>('patrol.write-plan', plan))
  const waits = async () => {
    const { rows } = done(await worker2.query('inbox.list' as never, {} as never)) as {
      rows: readonly { subjectKind: string; subjectId: string }[]
    }
    return rows.some(row => row.subjectKind === 'patrol-round' && row.subjectId.startsWith(plan.planId))
  }
  expect(await waits()).toBe(false)
  town.clock.advance({ minutes: 6 })
  await minute()
  expect(await waits()).toBe(true)
  town.clock.advance({ minutes: 25 })
  await minute()
  expect(await waits()).toBe(false)
})

test('a track is kept only for the walk itself, shown to the walker alone, and gone after its days', async () => {
  const worker2 = await town.as('grid-worker')
  const lead2 = await town.as('grid-lead')
  const { plan } = await planOfNow(worker2, lead2)
  const roundId = roundOf(plan.planId)
  const now = town.clock.now()
  const before = instantOf(millisecondsOf(now) - 3_600_000)
  done(await worker2.command<typeof patrol.beginRound>('patrol.begin-round', { roundId, at: now }))
  const fixes = [before, now].map(at => ({ at, lon: 113.7, lat: 34.7 }))
  const kept = await worker2.command<typeof patrol.keepTrack>('patrol.keep-track', { roundId, trackId: newId(), fixes })
  expect(done(kept)).toEqual({ kept: 1 })
  const track = async () => done(await worker2.query<typeof patrol.myTrack>('patrol.my-track', { roundId }))
  expect((await track()).fixes).toEqual([{ at: now, lon: 113.7, lat: 34.7 }])
  // The lead sees the round, and of the track nothing.
  done(await lead2.query<typeof patrol.showRound>('patrol.round', { roundId }))
  expect(await lead2.query<typeof patrol.myTrack>('patrol.my-track', { roundId })).toMatchObject({
    code: 'patrol/no-such-round',
  })
  town.clock.advance({ days: 8 })
  await minute()
  const left = await town.db.pool.query('select count(*)::int as n from patrol.track')
  expect(left.rows).toEqual([{ n: 0 }])
})

type Somebody = Awaited<ReturnType<typeof town.as>>
async function planOfNow(as: Somebody, by: Somebody) {
  const own = done(await as.query<typeof patrol.listPlans>('patrol.plans', {})).rows[0]!
  const plan = {
    ...{ planId: newId(), version: 0, title: '留痕', gridPath: own.gridPath, postId: own.postId, points },
    rhythm: { weekdays: everyDay, spans: [{ name: '全天', from: '00:00', until: '00:00' }] },
    ...{ validFrom: dayOf(town.clock.now(), -1), validUntil: null },
  }
  done(await by.command<typeof patrol.writePlan>('patrol.write-plan', plan))
  return { plan }
}

test('every row is what its steps add up to, and the program can change no step', async () => {
  const { rows } = await town.db.pool.query(
    'select id, points, from_at, until_at, standing from patrol.round where exists (select from patrol.step where round_id = id)',
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    const steps = await town.db.pool.query('select event from patrol.step where round_id = $1 order by serial', [
      row.id,
    ])
    const span = { fromAt: row.from_at, untilAt: row.until_at }
    expect(
      standingAfter(
        row.points,
        steps.rows.map(step => step.event),
        span,
      ),
    ).toEqual(row.standing)
  }
  await expect(town.db.pool.query("update patrol.step set by_id = 'x'")).rejects.toThrow('permission denied')
  await expect(town.db.pool.query('update patrol.plan_version set version = 9')).rejects.toThrow('permission denied')
})
