import { expect, test } from 'vitest'
import { statusShapes } from './status-shapes.ts'

test('no two statuses share a shape, and none is the flag of the case that is open', () => {
  const shapes: string[] = Object.values(statusShapes)
  expect(new Set(shapes).size).toBe(shapes.length)
  expect(shapes).not.toContain('flag')
})
