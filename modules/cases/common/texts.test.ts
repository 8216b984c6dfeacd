import { expect, test } from 'vitest'
import { clockOff, instantNear } from './device-time.ts'
import { optionalText, requiredText } from './texts.ts'

test('what is too long is refused with field, limit and length; characters count, not bytes', () => {
  expect(optionalText('title', '长'.repeat(100))).toBe('长'.repeat(100))
  expect(optionalText('title', '😀'.repeat(100))).toBe('😀'.repeat(100))
  expect(optionalText('title', '长'.repeat(101))).toMatchObject({
    code: 'cases/text-too-long',
    detail: { field: 'title', limit: 100, length: 101 },
  })
  expect(requiredText('description', '长'.repeat(2001))).toMatchObject({ detail: { limit: 2000 } })
  expect(requiredText('reason', '长'.repeat(501))).toMatchObject({ detail: { limit: 500 } })
})

test('nothing but blanks and controls is nothing', () => {
  expect(optionalText('title', ' \u0000 \n')).toBeNull()
  expect(requiredText('reason', '  \u0007 ')).toMatchObject({ code: 'cases/text-missing', detail: { field: 'reason' } })
  expect(requiredText('reason', undefined)).toMatchObject({ code: 'cases/text-missing' })
})

test('a device clock more than five minutes off is flagged, either way; a missing one is not', () => {
  const now = '2026-09-15T02:00:00.000Z'
  expect(clockOff(null, now)).toBeNull()
  expect(clockOff('2026-09-15T01:55:00.000Z', now)).toBeNull()
  expect(clockOff('2026-09-15T01:54:59.000Z', now)).toBe(-301)
  expect(clockOff('2026-09-15T02:05:01.000Z', now)).toBe(301)
})

test('a device may send its time in any zone, and from before time began', () => {
  expect(instantNear.parse('2026-09-15T10:00:00+08:00')).toBe('2026-09-15T02:00:00.000Z')
  expect(instantNear.parse('0000-01-01T00:00:00Z')).toBe('1970-01-01T00:00:00.000Z')
  expect(instantNear.safeParse('yesterday').success).toBe(false)
})
