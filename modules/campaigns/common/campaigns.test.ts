import { lowestWithAll } from '#modules/grid/common/index.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Grant } from '#platform/authz/common/grants.ts'
import { instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { chinaOffsetMinutes, compileCalendar, usualWeek } from '#platform/worktime/common/index.ts'
import { allowedPointActions, type PointAction, pointActionNames } from './actions.ts'
import { accountabilityOf, byGrid, byHolder, dueOf, figuresOf, matches, standings } from './figures.ts'
import { applyPointEvent, type CampaignPoint, type PointEvent, pointStates, reducePoint } from './point.ts'
import { lineKinds, measuresOf, type Quantity, sumQuantities } from './quantity.ts'

const plan = { key: 'default', name: '', offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], years: [2026] }
const calendar = compileCalendar({ ...plan, version: 1 } as never)
const start = '2026-09-15T01:00:00.000Z'
const later = (hours: number) => instantOf(millisecondsOf(start) + hours * 3_600_000)
const stamp = (hours: number) => ({ at: later(hours), by: 'someone', inPost: null })

const surveyed = (id = 'p', more: object = {}): PointEvent => ({
  ...{ type: 'point.surveyed', ...stamp(0), id, campaignId: 'c', work: 'clearing', note: '堆物', address: '' },
  ...{ estimate: [{ kind: 'clearing', measure: 'm3', amount: 12.5 }], estimateFen: 300_000 },
  ...{ gridPath: '1.1.2.3', gridNames: ['街', '区', '村', '巷'], lon: 117, lat: 36, ...more },
})
const listed: PointEvent = { type: 'point.listed', ...stamp(1), listNumber: 1, reason: '' }
const ordered: PointEvent = {
  ...{ type: 'point.ordered', ...stamp(1), orderId: 'o', number: '整改〔2026〕1号', unitId: 'u', postId: null },
  ...{ holderName: '环卫所', limit: { clock: 'work-hour', amount: 2 } },
}
const reported = (hours: number): PointEvent => ({
  ...{ type: 'point.reported', ...stamp(hours), lines: [{ kind: 'clearing', measure: 'm3', amount: 13 }] },
  ...{ costFen: 280_000, note: '', dueAt: later(3), isLate: hours > 3, reason: hours > 3 ? '车坏了' : '' },
})
const returned: PointEvent = { type: 'point.returned', ...stamp(4), reason: '没有清净' }
const tickedOff = (hours: number): PointEvent => ({
  ...{ type: 'point.ticked-off', ...stamp(hours), reason: '', isPublic: false },
})

const walk = (until: string) => {
  const way = [surveyed(), listed, ordered, reported(2), tickedOff(5)]
  const end = { surveyed: 1, listed: 2, ordered: 3, reported: 4, 'ticked-off': 5 } as Record<string, number>
  if (until === 'dropped') return reducePoint([surveyed(), { type: 'point.dropped', ...stamp(1), reason: '重复' }])
  return reducePoint(way.slice(0, end[until]))
}

const grant = (permission: string, within: Grant['within']): Grant => ({ permission, within })
const actor = (grants: readonly Grant[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', postId: 'post', unitId: 'u', grants, ...more },
})
const people = {
  owner: actor([grant('campaigns.manage', { kind: 'own-post' })], { postId: 'owner' }),
  otherOwner: actor([grant('campaigns.manage', { kind: 'own-post' })]),
  holder: actor([grant('campaigns.handle', { kind: 'own-unit' })]),
  otherUnit: actor([grant('campaigns.handle', { kind: 'own-unit' })], { unitId: 'v' }),
  surveyor: actor([grant('campaigns.survey', { kind: 'subtree', path: '1.1' })]),
  nextDoor: actor([grant('campaigns.survey', { kind: 'subtree', path: '1.2' })]),
  setUp: actor([grant('campaigns.set-up', { kind: 'everywhere' }), grant('campaigns.read', { kind: 'everywhere' })]),
}

// Written by hand: what each may do with a point, state by state.
const may: Readonly<Record<string, Readonly<Record<string, readonly PointAction[]>>>> = {
  surveyed: { owner: ['correct', 'list', 'drop', 'link'], surveyor: ['amend'] },
  listed: { owner: ['correct', 'drop', 'order', 'link'] },
  ordered: { owner: ['correct', 'withdraw', 'link'], holder: ['explain', 'report'] },
  reported: { owner: ['return', 'tick-off', 'link'] },
  'ticked-off': { owner: ['link'] },
  dropped: {},
}

test('every action × every state × everybody is as written here, and nothing once the campaign has ended', () => {
  for (const state of pointStates) {
    const point = walk(state)
    expect(point.state).toBe(state)
    for (const [name, person] of Object.entries(people)) {
      const campaign = { ownerPostId: 'owner', state: 'running' } as const
      expect([state, name, allowedPointActions(person, campaign, point).toSorted()]).toEqual([
        ...[state, name, (may[state]![name] ?? []).toSorted()],
      ])
      expect(allowedPointActions(person, { ...campaign, state: 'closed' }, point)).toEqual([])
    }
  }
  const ever = new Set(Object.values(may).flatMap(row => Object.values(row).flat()))
  expect(pointActionNames.filter(action => !ever.has(action))).toEqual([])
})

test('the limit stands while the owner looks, and runs on when the point is returned', () => {
  const now = later(2)
  expect(dueOf(walk('ordered'), calendar, now)).toEqual({ dueAt: '2026-09-15T04:00:00.000Z', standing: 'running' })
  const again = reducePoint([surveyed(), listed, ordered, reported(2), returned])
  // One of two hours was used before it was reported; the owner's time does not count; lunch does not count either.
  expect(dueOf(again, calendar, later(4))).toEqual({ dueAt: '2026-09-15T06:30:00.000Z', standing: 'running' })
  expect(dueOf(again, calendar, later(6)).standing).toBe('overdue')
  expect(dueOf(walk('reported'), calendar, later(600)).standing).toBe('in-time')
})

test('the accountability list says who is late by how much working time, done or not', () => {
  const withDue = (point: CampaignPoint, hours: number) => ({ point, ...dueOf(point, calendar, later(hours)) })
  const done = withDue(reducePoint([surveyed(), listed, ordered, reported(6)]), 6)
  const open = withDue(walk('ordered'), 30)
  const inTime = withDue(walk('ticked-off'), 30)
  const rows = accountabilityOf([inTime, done, open], () => calendar, later(30))
  expect(rows.map(({ point, standing, lateBy }) => [point.state, standing, lateBy])).toEqual([
    // Due at noon of its day: 13:30 to 15:00 are 90 minutes.
    ['reported', 'late', 90],
    // Noon to 15:00 of the next day: the afternoon of four hours, the next morning of three, 90 minutes after lunch.
    ['ordered', 'overdue', 510],
  ])
  expect(rows[0]?.point.lateReasons).toEqual(['车坏了'])
})

const line = fc
  .constantFrom(...lineKinds)
  .chain(kind =>
    fc.record({
      kind: fc.constant(kind),
      measure: fc.constantFrom(...measuresOf[kind]),
      cents: fc.integer({ min: 1 }),
    }),
  )
  .map(({ kind, measure, cents }): Quantity => ({ kind, measure, amount: (cents % 10_000_000) / 100 }))

test('sums are exact to the hundredth and do not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (some, others) => {
      const all = sumQuantities([...some, ...others])
      expect(sumQuantities([...others, ...some])).toEqual(all)
      expect(sumQuantities([...sumQuantities(some), ...sumQuantities(others)])).toEqual(all)
      for (const { kind, measure, amount } of all) {
        const cents = [...some, ...others]
          .filter(one => one.kind === kind && one.measure === measure)
          .reduce((sum, one) => sum + Math.round(one.amount * 100), 0)
        expect(Math.round(amount * 100)).toBe(cents)
      }
    }),
  )
})

/** A history of random steps that the table allows, by whoever may. */
const histories = fc
  .array(fc.record({ pick: fc.nat(), hours: fc.integer({ min: 0, max: 40 }) }), { maxLength: 14 })
  .chain(steps => fc.record({ steps: fc.constant(steps), grid: fc.constantFrom('1.1.2.3', '1.1.10.1', '1.2.1.1') }))
  .map(({ steps, grid }) => {
    const history: PointEvent[] = [surveyed('p', { gridPath: grid })]
    let hours = 0
    for (const step of steps) {
      hours += step.hours
      const point = reducePoint(history)
      const holder = { ...people.holder, unitId: point.order?.unitId ?? null }
      const all = [people.owner, holder, people.surveyor].flatMap(person =>
        allowedPointActions(person, { ownerPostId: 'owner', state: 'running' }, point),
      )
      const action = all[step.pick % (all.length || 1)]
      if (action) history.push(eventFor(action, point, hours))
    }
    return history
  })

function eventFor(action: PointAction, point: CampaignPoint, hours: number): PointEvent {
  const at = { ...stamp(hours), reason: '因为' }
  const { work, note, address, estimate, estimateFen } = point
  const { dueAt, standing } = dueOf(point, calendar, at.at)
  const ways: Record<PointAction, PointEvent> = {
    amend: { type: 'point.amended', ...at, work, note, address, estimate, estimateFen },
    correct: { type: 'point.amended', ...at, work, note, address, estimate, estimateFen: estimateFen + 1 },
    list: { type: 'point.listed', ...at, listNumber: 7 },
    drop: { type: 'point.dropped', ...at },
    order: { ...ordered, at: at.at, unitId: point.gridPath === '1.1.2.3' ? 'u' : point.gridPath } as PointEvent,
    withdraw: { type: 'point.withdrawn', ...at },
    explain: { type: 'point.explained', ...at },
    report: { ...(reported(hours) as PointEvent & { type: 'point.reported' }), dueAt, isLate: standing === 'overdue' },
    return: { type: 'point.returned', ...at },
    'tick-off': tickedOff(hours),
    link: { type: 'point.linked', ...at, caseId: 'k', caseNumber: '1' } as PointEvent,
  }
  return ways[action]
}

test('random histories: one event after the other is the whole history, and what stands is consistent', () => {
  fc.assert(
    fc.property(histories, history => {
      const end = reducePoint(history)
      expect(history.slice(1).reduce((point, event) => applyPointEvent(point, event), walkFrom(history))).toEqual(end)
      expect(end.version).toBe(history.length)
      expect(end.result !== null).toBe(['reported', 'ticked-off'].includes(end.state))
      expect(end.order !== null).toBe(['ordered', 'reported', 'ticked-off'].includes(end.state))
      expect(end.timer === null).toBe(end.order === null)
      expect(end.listNumber === null).toBe(!history.some(event => event.type === 'point.listed'))
      const { standing, dueAt } = dueOf(end, calendar, later(2000))
      expect(standing === 'none').toBe(end.order === null)
      if (end.state === 'ordered') expect(dueAt).not.toBeNull()
    }),
    { numRuns: 2000 },
  )
})

const walkFrom = (history: readonly PointEvent[]) => reducePoint(history.slice(0, 1))

test('a figure is the number of the list behind it; the parts by grid and by holder add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 12 }), all => {
      const points = all.map(history => {
        const point = reducePoint(history)
        return { point, ...dueOf(point, calendar, later(50)) }
      })
      const whole = figuresOf(points)
      const behind = (filter: object) => points.filter(point => matches(point, filter)).length
      for (const state of pointStates) expect(whole.byState[state]).toBe(behind({ state }))
      expect([whole.overdue, whole.late]).toEqual([behind({ standing: 'overdue' }), behind({ standing: 'late' })])
      expect(standings.reduce((sum, standing) => sum + behind({ standing }), 0)).toBe(whole.points)
      expect(behind({})).toBe(whole.points)
      const ticked = points.filter(({ point }) => point.state === 'ticked-off')
      expect(whole.spentFen).toBe(ticked.reduce((sum, { point }) => sum + (point.result?.costFen ?? 0), 0))
      const groups = byGrid(points, 3)
      expect(groups.reduce((sum, group) => sum + group.spentFen, 0)).toBe(whole.spentFen)
      expect(sumQuantities(groups.flatMap(group => group.done))).toEqual(whole.done)
      for (const group of groups) {
        expect(group.byState.ordered).toBe(behind({ gridPath: group.key, state: 'ordered' }))
      }
      for (const group of byHolder(points)) expect(group.late).toBe(behind({ holder: group.key, standing: 'late' }))
    }),
  )
})

test('a grid above several places is found by steps, not by characters', () => {
  expect(lowestWithAll(['1.1.2', '1.1.3.4'])).toBe('1.1')
  expect(lowestWithAll(['1.1', '1.10'])).toBe('1')
  expect(lowestWithAll(['1.2.3'])).toBe('1.2.3')
  expect(lowestWithAll(['1.2', '1.2.3'])).toBe('1.2')
})
