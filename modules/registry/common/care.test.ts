import { expect, test } from 'vitest'
import { daysOverdue } from './care.ts'

test('a visit is due on its day and is counted by days afterwards; before, or without one, nothing is', () => {
  const over = (nextVisitOn: string | null) => daysOverdue(nextVisitOn, '2026-03-01')
  expect([null, '2026-03-02', '2026-03-01', '2026-02-28', '2025-03-01'].map(over)).toEqual([null, null, 0, 1, 365])
})
