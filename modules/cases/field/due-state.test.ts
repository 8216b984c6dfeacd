import { expect, test } from 'vitest'
import { dueState } from './due-state.ts'

const since = '2026-11-23T00:00:00.000Z'
const dueAt = '2026-11-23T10:00:00.000Z'

test('the last fifth of the limit is near due; past it is overdue; no limit is on time', () => {
  expect(dueState(since, dueAt, '2026-11-23T07:59:59.000Z')).toBe('on-time')
  expect(dueState(since, dueAt, '2026-11-23T08:00:00.000Z')).toBe('near')
  expect(dueState(since, dueAt, dueAt)).toBe('near')
  expect(dueState(since, dueAt, '2026-11-23T10:00:00.001Z')).toBe('over')
  expect(dueState(since, null, '2027-01-01T00:00:00.000Z')).toBe('on-time')
})
