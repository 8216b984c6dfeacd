import { expect, test } from 'vitest'
import {
  type DeductionEvent,
  deductionAfter,
  type Deduction,
  faultOfDeciding,
  faultOfObjecting,
  scoreOf,
} from './score.ts'
import { standardIn, usualCleaning } from './standard.ts'

const at = '2026-11-20T02:00:00.000Z'
const later = '2026-11-26T02:00:00.000Z'
const after = (...events: DeductionEvent[]) => events.reduce<Deduction | null>(deductionAfter, null)!
const deducted = { kind: 'deducted', at, byId: 'chief', points: 3 } as const
const objected = { kind: 'objected', at, byId: 'cleaner' } as const

test('a cleaner objects once, and until the limit', () => {
  const first = after(deducted)
  expect(first).toMatchObject({ state: 'stands', points: 3 })
  expect(faultOfObjecting(first, at, later)).toBeNull()
  expect(faultOfObjecting(first, later, later)).toBeNull()
  expect(faultOfObjecting(first, '2026-11-26T02:00:00.001Z', later)).toBe('too-late-to-object')
  expect(faultOfObjecting(after(deducted, objected), at, later)).toBe('objected-already')
  const decided = { kind: 'decided', at, byId: 'centre', outcome: 'upheld', points: 3 } as const
  expect(faultOfObjecting(after(deducted, objected, decided), at, later)).toBe('objected-already')
})

test('somebody else decides, and what stands fits the outcome', () => {
  const open = after(deducted, objected)
  const decide = (outcome: 'upheld' | 'reduced' | 'withdrawn', points: number, by = 'centre') =>
    faultOfDeciding(open, by, { outcome, points })
  expect([decide('upheld', 3), decide('reduced', 1), decide('withdrawn', 0)]).toEqual([null, null, null])
  expect(decide('withdrawn', 0, 'chief')).toBe('own-deduction')
  expect([decide('upheld', 2), decide('reduced', 3), decide('reduced', 0), decide('withdrawn', 1)]).toEqual(
    Array.from({ length: 4 }, () => 'points-wrong'),
  )
  expect(faultOfDeciding(after(deducted), 'centre', { outcome: 'withdrawn', points: 0 })).toBe('nothing-to-decide')
  const decided = { kind: 'decided', at, byId: 'centre', outcome: 'reduced', points: 1 } as const
  expect(after(deducted, objected, decided)).toMatchObject({ points: 1, pointsFirst: 3, outcome: 'reduced' })
})

test('the score is the full score less what stands, never below nothing; items of no points are not used', () => {
  expect(scoreOf(100, [])).toBe(100)
  expect(scoreOf(100, [3, 2, 0])).toBe(95)
  expect(scoreOf(10, [8, 8])).toBe(0)
  expect(standardIn(usualCleaning)).toHaveLength(10)
  const without = standardIn({ ...usualCleaning, 'points-grate': 0 })
  expect(without.map(({ item }) => item)).not.toContain('grate')
})
