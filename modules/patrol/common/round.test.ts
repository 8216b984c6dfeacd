import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf, type RoundEvent, skipReasons, standingAfter } from './round.ts'

const span = { fromAt: '2026-09-15T01:00:00.000Z', untilAt: '2026-09-15T03:00:00.000Z' }
const points = ['a', 'b', 'c'].map(pointId => ({ pointId }))
const seen = (pointId: string, at: string, found = 0): RoundEvent => ({
  ...{ type: 'round.checked', at, pointId, results: [], note: '' },
  findings: Array.from({ length: found }, (_, n) => ({ item: null, caseId: `${pointId}${n}`, number: '1' })),
})
const skip = (pointId: string, at: string): RoundEvent => ({
  ...{ type: 'round.skipped', at, pointId, reason: 'closed', note: '' },
})
const inTime = '2026-09-15T02:00:00.000Z'
const after = '2026-09-15T05:00:00.000Z'

test('a round in which nothing is left has ended by itself', () => {
  const standing = standingAfter(points, [seen('a', inTime, 2), skip('b', inTime), seen('c', inTime)], span)
  expect(standing).toMatchObject({ state: 'ended', begunAt: inTime, endedAt: inTime, found: 2 })
  expect(coverageOf(standing)).toEqual({ due: 3, checked: 2, late: 0, skipped: 1, left: 0 })
})

test('a look outside the span is late, one at its end too, and the first one in time counts', () => {
  const late = standingAfter(points, [seen('a', after), seen('b', span.untilAt), seen('c', span.fromAt)], span)
  expect(coverageOf(late)).toMatchObject({ checked: 1, late: 2, left: 0 })
  expect(standingAfter(points, [seen('a', after), seen('a', inTime)], span).points['a']).toEqual({
    ...{ state: 'checked', at: inTime },
  })
})

test('a reason given afterwards explains a point that was left, and takes no look away', () => {
  const standing = standingAfter(
    points,
    [seen('a', inTime), { type: 'round.ended', at: inTime, note: '' }, skip('a', after), skip('b', after)],
    span,
  )
  expect(standing.state).toBe('ended')
  expect(standing.points).toMatchObject({ a: { state: 'checked' }, b: { state: 'skipped' }, c: { state: 'left' } })
})

const moment = fc.integer({ min: 0, max: 300 }).map(m => new Date(Date.parse(span.fromAt) - 3_600_000 + m * 60_000))
const event: fc.Arbitrary<RoundEvent> = fc.oneof(
  moment.map(at => ({ type: 'round.begun' as const, at: at.toISOString() })),
  moment.map(at => ({ type: 'round.ended' as const, at: at.toISOString(), note: '' })),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), moment, fc.nat(2)).map(([id, at, n]) => seen(id, at.toISOString(), n)),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), moment, fc.constantFrom(...skipReasons)).map(([pointId, at, reason]) => ({
    ...{ type: 'round.skipped' as const, at: at.toISOString(), pointId, reason, note: '' },
  })),
)

test('whatever happens, every point is counted once, and no look in time is ever lost', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), events => {
      const standing = standingAfter(points, events, span)
      const { due, checked, late, skipped, left } = coverageOf(standing)
      expect(checked + late + skipped + left).toBe(due)
      const looked = new Set(
        events.flatMap(one =>
          one.type === 'round.checked' && span.fromAt <= one.at && one.at < span.untilAt ? [one.pointId] : [],
        ),
      )
      const counted = Object.entries(standing.points).filter(([, point]) => point.state === 'checked')
      expect(new Set(counted.map(([id]) => id))).toEqual(looked)
      if (left === 0 && events.length > 0) expect(standing.state).toBe('ended')
    }),
  )
})

test('a point that the round does not have is our mistake', () => {
  expect(() => standingAfter(points, [seen('z', inTime)], span)).toThrow('no point z')
})
