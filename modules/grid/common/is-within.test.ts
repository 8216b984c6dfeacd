import { expect, test } from 'vitest'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { isWithin } from './is-within.ts'

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

test('a yard inside is outside, and so is the next block', () => {
  const block: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] }
  expect(isWithin({ lon: 1, lat: 1 }, block)).toBe(true)
  expect(isWithin({ lon: 5, lat: 5 }, block)).toBe(false)
  expect(isWithin({ lon: 10.1, lat: 5 }, block)).toBe(false)
})

test('a grid of two parts has the places in both', () => {
  const parts: Polygon = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(5, 5, 1)]] }
  expect([0.5, 5.5, 3].map(at => isWithin({ lon: at, lat: at }, parts))).toEqual([true, true, false])
})
