import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barMetres, roundScale } from './paper.ts'

test('a scale is round and lets the area fit', () => {
  expect(roundScale(4000, 200)).toBe(20_000)
  expect(roundScale(4100, 200)).toBe(25_000)
  expect(roundScale(999, 100)).toBe(10_000)
  fc.assert(
    fc.property(fc.double({ min: 50, max: 200_000, noNaN: true }), fc.integer({ min: 50, max: 1100 }), (metres, mm) => {
      const scale = roundScale(metres, mm)
      expect((metres * 1000) / scale).toBeLessThanOrEqual(mm * 1.001)
      // No more than a third of the room is given away for roundness.
      expect((metres * 1000) / scale).toBeGreaterThan(mm * 0.66)
    }),
  )
})

test('a scale bar has a round length that fits', () => {
  expect(barMetres(20_000, 50)).toBe(1000)
  expect(barMetres(20_000, 49)).toBe(500)
  expect(barMetres(25_000, 40)).toBe(1000)
})
