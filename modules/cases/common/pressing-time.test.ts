import { expect, test } from 'vitest'
import { compileCalendar, type Timer, usualWeek } from '#platform/worktime/common/index.ts'
import { pressingTime } from './pressing-time.ts'

const calendar = compileCalendar({
  ...{ key: 'default', version: 1, offsetMinutes: 480, week: usualWeek, days: [], coveredYears: [2026] },
})
const at = (local: string) => new Date(`2026-09-${local.replace(' ', 'T')}+08:00`).toISOString()
const timer = (hours: number, ...marks: Timer['marks']): Timer => ({
  ...{ name: 'handle', limit: { clock: 'urgent-hour', amount: hours }, startedAt: at('15 09:00:00'), marks },
})
const look = (now: string, ...timers: Timer[]) => pressingTime(calendar, timers, at(now))

test('time says something new at the next whole per cent of the limit that has gone furthest', () => {
  // 100 hours: a per cent is an hour, and rounding changes in the middle of one.
  expect(look('15 09:00:00', timer(100))).toEqual({ share: 0, nextAt: at('15 09:30:00') })
  expect(look('15 09:30:00', timer(100))).toEqual({ share: 0.005, nextAt: at('15 10:30:00') })
  expect(look('15 19:00:00', timer(100), timer(200))).toEqual({ share: 0.1, nextAt: at('15 19:30:00') })
})

test('a limit that goes faster may overtake the one that is ahead', () => {
  const fast = { ...timer(10), startedAt: at('15 18:00:00') }
  expect(look('15 18:59:00', timer(100), fast).nextAt).toBe(at('15 19:03:00'))
})

test('what is late is looked at again when a tenth more has gone', () => {
  expect(look('19 13:00:00', timer(100))).toEqual({ share: 1, nextAt: at('19 23:00:00') })
  expect(look('23 17:00:00', timer(100))).toEqual({ share: 2, nextAt: at('24 13:00:00') })
})

test('a pause presses not, and its end is when time goes on; what has stopped says nothing any more', () => {
  const paused = timer(100, { at: at('15 10:00:00'), kind: 'pause' }, { at: at('16 10:00:00'), kind: 'resume' })
  expect(look('15 11:00:00', paused)).toEqual({ share: 0, nextAt: at('16 10:00:00') })
  expect(look('15 11:00:00', timer(100, { at: at('15 10:00:00'), kind: 'pause' }))).toEqual({ share: 0, nextAt: null })
  expect(look('15 11:00:00', timer(100, { at: at('15 10:00:00'), kind: 'stop' }))).toEqual({ share: 0, nextAt: null })
  expect(look('15 11:00:00')).toEqual({ share: 0, nextAt: null })
})

test('it never asks to be looked at in the same moment again', () => {
  const short = timer(0.001)
  expect(look('15 09:00:03', short).nextAt! > at('15 09:00:03')).toBe(true)
})
