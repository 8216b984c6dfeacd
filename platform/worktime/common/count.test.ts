import { expect, test } from 'vitest'
import { addLimit, type CalendarDay, compileCalendar, type Limit, usualWeek, workBetween } from './index.ts'

const holiday = (day: string): CalendarDay => ({
  day,
  kind: 'rest',
  name: { 'zh-CN': '国庆节', en: 'National Day' },
  spans: null,
})
const madeUp = (day: string): CalendarDay => ({ ...holiday(day), kind: 'work' })

/** The autumn of 2026 as the State Council set it: rest from 1 to 7 October, work on Sunday 20 September and Saturday 10 October. */
const days = [
  ...['01', '02', '03', '04', '05', '06', '07'].map(date => holiday(`2026-10-${date}`)),
  madeUp('2026-09-20'),
  madeUp('2026-10-10'),
]
const plan = { key: 'default', version: 1, offsetMinutes: 480, week: usualWeek, days, coveredYears: [2026] }
const calendar = compileCalendar(plan)

/** Times of the place, as people write them. */
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()
const due = (start: string, clock: Limit['clock'], amount: number, on = calendar) =>
  addLimit(on, at(start), { clock, amount }).dueAt

test.each<[string, string, Limit['clock'], number, string]>([
  ['inside a span', '2026-09-15 10:00', 'work-hour', 1, '2026-09-15 11:00'],
  ['over the midday break', '2026-09-15 11:30', 'work-hour', 1, '2026-09-15 14:00'],
  ['in the midday break', '2026-09-15 12:45', 'work-hour', 1, '2026-09-15 14:30'],
  ['before work', '2026-09-15 06:00', 'work-hour', 1, '2026-09-15 10:00'],
  ['after work', '2026-09-15 19:00', 'work-hour', 1, '2026-09-16 10:00'],
  ['ends with the span, not at the next', '2026-09-15 09:00', 'work-hour', 3, '2026-09-15 12:00'],
  ['at the very end of a span', '2026-09-15 12:00', 'work-hour', 1, '2026-09-15 14:30'],
  ['over a weekend', '2026-09-11 16:30', 'work-hour', 2, '2026-09-14 10:00'],
  ['a Sunday that is worked', '2026-09-18 17:00', 'work-hour', 1, '2026-09-20 09:30'],
  ['over National Day with a make-up Saturday', '2026-09-30 16:30', 'work-hour', 16, '2026-10-10 10:00'],
  ['half an hour', '2026-09-15 11:45', 'work-hour', 0.5, '2026-09-15 13:45'],
  ['urgent hours do not stop', '2026-09-30 23:00', 'urgent-hour', 2, '2026-10-01 01:00'],
  ['natural days do not stop', '2026-09-30 10:00', 'natural-day', 7, '2026-10-07 10:00'],
  ['a working day from Friday', '2026-09-11 10:00', 'work-day', 1, '2026-09-14 10:00'],
  ['a working day from Saturday is all of Monday', '2026-09-12 10:00', 'work-day', 1, '2026-09-15 00:00'],
  ['working days over the holidays', '2026-09-30 10:00', 'work-day', 3, '2026-10-10 10:00'],
  ['midnight begins a day', '2026-09-15 00:00', 'work-day', 1, '2026-09-16 00:00'],
])('%s', (_name, start, clock, amount, expected) => {
  expect(due(start, clock, amount)).toBe(at(expected))
})

test('work between two moments, in the units of the clock', () => {
  expect(workBetween(calendar, at('2026-09-30 09:00'), at('2026-10-08 10:30'), 'work-hour')).toBe(510)
  expect(workBetween(calendar, at('2026-09-30 12:00'), at('2026-10-08 12:00'), 'work-day')).toBe(1)
  expect(workBetween(calendar, at('2026-10-08 10:00'), at('2026-09-30 10:00'), 'natural-day')).toBe(0)
})

test('a year without holidays is counted by its weeks, and named', () => {
  const answer = addLimit(calendar, at('2026-12-30 10:00'), { clock: 'work-day', amount: 4 })
  expect(answer).toEqual({ dueAt: at('2027-01-05 10:00'), uncovered: [2027] })
  expect(addLimit(calendar, at('2026-12-30 10:00'), { clock: 'natural-day', amount: 9 }).uncovered).toEqual([])
})

test('a day that is open round the clock, and a night shift over midnight', () => {
  const nonStop = [{ from: 0, until: 1440 }]
  const always = compileCalendar({ ...plan, days: [], week: Array.from({ length: 7 }, () => nonStop) as never })
  expect(due('2026-09-12 22:00', 'work-hour', 30, always)).toBe(at('2026-09-14 04:00'))
  const night = [
    { from: 0, until: 360 },
    { from: 1320, until: 1440 },
  ]
  const nights = compileCalendar({ ...plan, days: [], week: Array.from({ length: 7 }, () => night) as never })
  expect(due('2026-09-15 23:00', 'work-hour', 2, nights)).toBe(at('2026-09-16 01:00'))
})

test('the zone is a setting, and summer does not move it', () => {
  const inKashgar = compileCalendar({ ...plan, offsetMinutes: 360 })
  expect(addLimit(inKashgar, '2026-07-01T03:00:00.000Z', { clock: 'work-hour', amount: 1 }).dueAt).toBe(
    '2026-07-01T04:00:00.000Z',
  )
  expect(addLimit(inKashgar, '2026-01-05T00:00:00.000Z', { clock: 'work-hour', amount: 1 }).dueAt).toBe(
    '2026-01-05T04:00:00.000Z',
  )
})

test('a week without work is refused, and spans that overlap or leave the day', () => {
  const week = (monday: { from: number; until: number }[]) =>
    ({ ...plan, week: [monday, [], [], [], [], [], []] }) as typeof plan
  expect(() => compileCalendar(week([]))).toThrow('empty-week')
  expect(() => compileCalendar(week([{ from: 600, until: 600 }]))).toThrow('spans-wrong')
  expect(() =>
    compileCalendar(
      week([
        { from: 540, until: 720 },
        { from: 700, until: 800 },
      ]),
    ),
  ).toThrow('spans-wrong')
  expect(() => compileCalendar(week([{ from: 540, until: 1441 }]))).toThrow('spans-wrong')
})
