import { expect, test } from 'vitest'
import { dayBegins, dayOf } from './day-of.ts'

test('a day begins and ends at midnight in China, wherever one sits', () => {
  expect(dayBegins('2026-11-24')).toBe('2026-11-23T16:00:00.000Z')
  expect(dayOf(dayBegins('2026-11-24'))).toBe('2026-11-24')
  expect(dayOf('2026-11-24T15:59:59.999Z')).toBe('2026-11-24')
  expect(dayOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25')
  expect(dayBegins('2026-12-31', 1)).toBe('2026-12-31T16:00:00.000Z')
  expect(dayOf('2026-03-01T02:00:00.000Z', -1)).toBe('2026-02-28')
})
