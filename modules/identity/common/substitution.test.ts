import { expect, test } from 'vitest'
import { isNow, periodsMeet, troubleOfPeriod } from './substitution.ts'

const period = (from: string, until: string) => ({
  fromAt: `2026-09-${from}T00:00:00.000Z`,
  untilAt: `2026-09-${until}T00:00:00.000Z`,
})

test('a period ends after it begins, is not over, and is no vacancy in disguise', () => {
  const now = '2026-09-10T00:00:00.000Z'
  expect(troubleOfPeriod(period('10', '12'), now)).toBeNull()
  expect(troubleOfPeriod(period('12', '12'), now)).toBe('ends-before-it-begins')
  expect(troubleOfPeriod(period('01', '10'), now)).toBe('is-over')
  const long = { fromAt: '2026-09-10T00:00:00.000Z', untilAt: '2027-09-10T00:00:00.000Z' }
  expect(troubleOfPeriod(long, now)).toBe('too-long')
})

test('periods that follow each other do not meet', () => {
  expect(periodsMeet(period('01', '05'), period('05', '09'))).toBe(false)
  expect(periodsMeet(period('01', '06'), period('05', '09'))).toBe(true)
  expect(isNow(period('01', '05'), '2026-09-05T00:00:00.000Z')).toBe(false)
  expect(isNow(period('01', '05'), '2026-09-01T00:00:00.000Z')).toBe(true)
})
