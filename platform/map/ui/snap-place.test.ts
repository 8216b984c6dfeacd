import { expect, test } from 'vitest'
import type { Position } from '#platform/kernel/common/geometry.ts'
import { snapped } from './snap-place.ts'

test('a click near a corner means that corner, the nearest of several, and else its own place', () => {
  const corners: Position[] = [
    [113.7, 34.7],
    [113.70004, 34.7],
  ]
  // A hundred thousand pixels a degree.
  const project = ([lon, lat]: Position) => ({ x: (lon - 113.7) * 1e5, y: (34.7 - lat) * 1e5 })
  const click = (at: Position) => snapped({ at, point: project(at) }, corners, project)
  expect(click([113.69995, 34.7])).toEqual(corners[0])
  expect(click([113.70003, 34.70001])).toEqual(corners[1])
  expect(click([113.7002, 34.7])).toEqual([113.7002, 34.7])
})
