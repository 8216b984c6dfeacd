import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Stop, walkThrough } from './walk.ts'

const now = '2026-09-01T01:00:00.000Z'
const inMinutes = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
/** Along one street: a thousandth of a degree is about a hundred metres here. */
const at = (step: number) => ({ lon: 113.7 + step / 1000, lat: 34.76 })
const stop = (key: string, step: number | null, minutes: number | null = null): Stop => ({
  key,
  point: step === null ? null : at(step),
  dueAt: minutes === null ? null : inMinutes(minutes),
})
const order = (stops: readonly Stop[], here: number | null = 0) =>
  walkThrough(stops, here === null ? null : at(here), now).stops.map(one => one.stop.key)

describe('several duties as one walk', () => {
  test('what presses comes first, by when it is due, however far', () => {
    expect(order([stop('near', 3), stop('overdue', -9, -10), stop('soon', 40, 60)])).toEqual([
      'overdue',
      'near',
      'soon',
    ])
  })

  test('what lies beside the way is taken along, what lies behind is not', () => {
    expect(order([stop('behind', -20), stop('beside', 4), stop('soon', 10, 30)])).toEqual(['beside', 'soon', 'behind'])
  })

  test('then from each to the nearest', () => {
    expect(order([stop('c', 9), stop('a', 1), stop('b', 4)])).toEqual(['a', 'b', 'c'])
  })

  test('without a place of one’s own it begins with what is due first; what lies nowhere is told apart', () => {
    const walk = walkThrough([stop('later', 1, 600), stop('first', 9, 300), stop('paper', null, 5)], null, now)
    expect(walk.stops.map(one => one.stop.key)).toEqual(['first', 'later'])
    expect(walk.stops[0]!.metres).toBeNull()
    expect(walk.nowhere.map(one => one.key)).toEqual(['paper'])
    expect(walk.metres).toBeGreaterThan(600)
  })

  test('everything is visited once, pressing things in the order in which they are due, and the same day gives the same walk', () => {
    const some = fc.uniqueArray(
      fc.record({
        key: fc.uuid(),
        point: fc.option(fc.record({ lon: fc.integer({ min: 0, max: 40 }), lat: fc.integer({ min: 0, max: 40 }) })),
        dueAt: fc.option(fc.integer({ min: -300, max: 600 }).map(inMinutes)),
      }),
      { selector: one => one.key, maxLength: 12 },
    )
    const street = ({ lon, lat }: { lon: number; lat: number }) => ({
      lon: 113.7 + lon / 1000,
      lat: 34.76 + lat / 1000,
    })
    fc.assert(
      fc.property(some, stops => {
        const placed = stops.map(one => ({ ...one, point: one.point && street(one.point) }))
        const walk = walkThrough(placed, at(0), now)
        const seen = [...walk.stops.map(one => one.stop), ...walk.nowhere].map(one => one.key)
        expect([...seen].sort()).toEqual(placed.map(one => one.key).sort())
        const due = walk.stops.flatMap(({ stop: { dueAt } }) =>
          dueAt !== null && dueAt <= inMinutes(120) ? [dueAt] : [],
        )
        expect(due).toEqual([...due].sort())
        expect(walkThrough([...placed].reverse(), at(0), now).stops.length).toBe(walk.stops.length)
      }),
    )
  })
})
