import { expect, test } from 'vitest'
import { hoursText, readHours } from './hours-text.ts'

test('hours as people type them', () => {
  const spans = [
    { from: 540, until: 720 },
    { from: 810, until: 1440 },
  ]
  expect(readHours('9:00-12:00 13:30-24:00')).toEqual(spans)
  expect(readHours('09：00至12：00、13:30—24:00')).toEqual(spans)
  expect(hoursText(spans)).toBe('09:00-12:00 13:30-24:00')
  expect(readHours('  ')).toEqual([])
  expect([readHours('9-12'), readHours('09:75-12:00')]).toEqual([null, null])
})
