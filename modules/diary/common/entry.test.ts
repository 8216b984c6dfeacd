import { expect, test } from 'vitest'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { feedbackDue, orderNumber, standingOf, usualDiary } from './entry.ts'

test('an entry must be answered by the end of its day in China, however late it was written', () => {
  const lastMoment = '2026-09-15T15:59:59.999Z'
  expect(feedbackDue('2026-09-15T02:00:00.000Z', usualDiary)).toBe(lastMoment)
  expect(feedbackDue(lastMoment, usualDiary)).toBe(lastMoment)
  const midnight = '2026-09-15T16:00:00.000Z'
  expect(feedbackDue(midnight, usualDiary)).toBe('2026-09-16T15:59:59.999Z')
  expect(feedbackDue(midnight, { ...usualDiary, feedbackDays: 2 })).toBe('2026-09-18T15:59:59.999Z')
  expect(dayOf(midnight)).toBe('2026-09-16')
})

test('how the answer stands: the last moment of the day is in time, midnight is not', () => {
  const dueAt = '2026-09-15T15:59:59.999Z'
  const midnight = '2026-09-15T16:00:00.000Z'
  expect(standingOf({ dueAt, firstFeedbackAt: null }, dueAt)).toBe('waiting')
  expect(standingOf({ dueAt, firstFeedbackAt: null }, midnight)).toBe('overdue')
  expect(standingOf({ dueAt, firstFeedbackAt: dueAt }, midnight)).toBe('in-time')
  expect(standingOf({ dueAt, firstFeedbackAt: midnight }, midnight)).toBe('late')
})

test('transfer orders have numbers of their own', () => {
  expect(orderNumber('370113', 2026, 7)).toBe('370113-ZJ2026-0007')
})
