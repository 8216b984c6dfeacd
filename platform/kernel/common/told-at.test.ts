import { expect, test } from 'vitest'
import { toldAt } from './told-at.ts'

test('what a phone tells was when the phone says, but never after now', () => {
  const now = '2026-11-24T08:00:00.000Z'
  expect(toldAt('2026-11-23T22:15:00+08:00', now)).toBe('2026-11-23T14:15:00.000Z')
  expect(toldAt(now, now)).toBe(now)
  expect(toldAt('2099-01-01T00:00:00.000Z', now)).toBe(now)
})
