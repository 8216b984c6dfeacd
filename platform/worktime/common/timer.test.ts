import { expect, test } from 'vitest'
import {
  compileCalendar,
  describeLimit,
  explainTimer,
  readTimer,
  shareReachedAt,
  type Timer,
  type TimerMark,
  usualWeek,
} from './index.ts'

const calendar = compileCalendar({
  key: 'default',
  version: 1,
  offsetMinutes: 480,
  week: usualWeek,
  days: [
    { day: '2026-09-17', kind: 'rest', name: { 'zh-CN': '节', en: 'Feast' }, spans: null },
    { day: '2026-09-19', kind: 'work', name: { 'zh-CN': '节', en: 'Feast' }, spans: null },
  ],
  coveredYears: [2026],
})
const at = (local: string) => new Date(`2026-09-${local.replace(' ', 'T')}:00+08:00`).toISOString()
const mark = (local: string, kind: 'pause' | 'resume' | 'stop' | 'exempt'): TimerMark => ({ at: at(local), kind })
const timer = (...marks: TimerMark[]): Timer => ({
  name: 'handle',
  limit: { clock: 'work-hour', amount: 4 },
  startedAt: at('15 09:00'),
  marks,
})
const read = (now: string, ...marks: TimerMark[]) => readTimer(calendar, timer(...marks), at(now))

test('a running limit: due time, share and the next light', () => {
  expect(read('15 11:00')).toEqual({
    dueAt: at('15 14:30'),
    state: 'running',
    endedAt: null,
    isOverdue: false,
    isExempt: false,
    share: 0.5,
    light: 'green',
    nextAt: at('15 11:48'),
    uncoveredYears: [],
  })
})

test.each([
  ['15 11:47', 'green'],
  ['15 11:48', 'yellow'],
  ['15 14:06', 'orange'],
  ['15 14:30', 'red'],
])('at %s the light is %s', (now, light) => {
  expect(read(now).light).toBe(light)
})

test('done in the last minute is done in time', () => {
  expect(read('16 10:00', mark('15 14:30', 'stop'))).toMatchObject({ state: 'stopped', isOverdue: false })
  expect(read('16 10:00', mark('15 14:31', 'stop'))).toMatchObject({ isOverdue: true, nextAt: null })
})

test('a pause without end has no due time; with an end that lies ahead it has one, and goes on by itself', () => {
  const open = read('16 10:00', mark('15 10:00', 'pause'))
  expect(open).toMatchObject({ dueAt: null, state: 'paused', share: 0.25, nextAt: null, isOverdue: false })
  const until = [mark('15 10:00', 'pause'), mark('18 09:00', 'resume')]
  expect(read('16 10:00', ...until)).toMatchObject({ dueAt: at('18 12:00'), state: 'paused', nextAt: at('18 09:00') })
  expect(read('18 10:00', ...until)).toMatchObject({ dueAt: at('18 12:00'), state: 'running', share: 0.5 })
})

test('an extension adds to the limit, on a clock of its own if need be', () => {
  const sameClock: TimerMark = { at: at('15 10:00'), kind: 'extend', by: { clock: 'work-hour', amount: 4 } }
  expect(read('15 11:00', sameClock)).toMatchObject({ dueAt: at('16 10:00'), share: 0.25 })
  const urgent: TimerMark = { at: at('15 10:00'), kind: 'extend', by: { clock: 'urgent-hour', amount: 4 } }
  expect(read('15 11:00', urgent)).toMatchObject({ dueAt: at('15 18:30') })
})

test('an exemption leaves the fact of being late', () => {
  const marks = [mark('16 10:00', 'stop'), mark('21 10:00', 'exempt')]
  expect(read('22 10:00', ...marks)).toMatchObject({ isExempt: true, isOverdue: true, state: 'stopped' })
})

test('what is over stays over: marks after the end change nothing', () => {
  const stopped = read('16 10:00', mark('15 11:00', 'stop'))
  expect(read('16 10:00', mark('15 11:00', 'stop'), mark('15 12:00', 'pause'))).toEqual(stopped)
})

test('the order in which marks are handed over does not matter', () => {
  const marks = [mark('15 10:00', 'pause'), mark('18 09:00', 'resume'), mark('18 11:00', 'stop')]
  expect(read('21 10:00', ...marks.toReversed())).toEqual(read('21 10:00', ...marks))
})

test('a deadline explains itself to the minute', () => {
  const long = {
    ...timer(mark('15 10:00', 'pause'), mark('16 16:30', 'resume')),
    limit: { clock: 'work-hour' as const, amount: 10 },
  }
  expect(explainTimer(calendar, long, at('19 09:20'), 'zh-CN').map(line => line.text)).toEqual([
    '自2026年9月15日（周二）09:00起算，时限 10 工作时（工作时：只算工作时段）。',
    '2026年9月15日（周二）计 09:00-10:00，共 1 小时，累计 1 小时。',
    '2026年9月15日（周二）10:00至2026年9月16日（周三）16:30停止计时。',
    '2026年9月16日（周三）计 16:30-17:30，共 1 小时，累计 2 小时。',
    '2026年9月17日（周四）节放假，不计。',
    '2026年9月18日（周五）计 09:00-12:00、13:30-17:30，共 7 小时，累计 9 小时。',
    '2026年9月19日（周六）（节，调休上班）计 09:00-10:00，共 1 小时，累计 10 小时。',
    '到期：2026年9月19日（周六）10:00。',
    '到2026年9月19日（周六）09:20已用 9 小时 20 分，还剩 40 分。',
  ])
})

test('an explanation in English, with the warning of a year that nobody has entered', () => {
  const overNewYear: Timer = {
    name: 'whole',
    limit: { clock: 'work-day', amount: 3 },
    startedAt: '2026-12-31T02:00:00.000Z',
    marks: [],
  }
  expect(explainTimer(calendar, overNewYear, '2027-01-06T02:00:00.000Z', 'en').map(line => line.text)).toEqual([
    'Counted from Thu 2026-12-31 10:00; the limit is 3 working days (working days: only days on which people work, each from midnight to midnight).',
    'Thu 2026-12-31: 10:00-24:00 count, 14 h; 14 h so far.',
    'Fri 2027-01-01: 00:00-24:00 count, 1 d; 1 d 14 h so far.',
    'Sat 2027-01-02 to Sun 2027-01-03: days of rest, not counted.',
    'Mon 2027-01-04: 00:00-24:00 count, 1 d; 2 d 14 h so far.',
    'Tue 2027-01-05: 00:00-10:00 count, 10 h; 3 d so far.',
    'Due Tue 2027-01-05 10:00.',
    'At Wed 2027-01-06 10:00 it is overdue by 1 d.',
    'Note: the holidays of 2027 are not entered yet, so that year is counted by its ordinary weeks. It is counted again when they are.',
  ])
})

test('limits in words', () => {
  expect(describeLimit({ clock: 'urgent-hour', amount: 2 }, 'zh-CN')).toBe('2 紧急工作时')
  expect(describeLimit({ clock: 'work-day', amount: 1 }, 'en')).toBe('1 working day')
  expect(describeLimit({ clock: 'work-hour', amount: 1.5 }, 'en')).toBe('1.5 working hours')
})

test('when a share has gone is what reading says of that moment, late ones and extended ones too', () => {
  const marks = [
    mark('15 10:00', 'pause'),
    mark('15 15:00', 'resume'),
    { at: at('15 15:30'), kind: 'extend', by: { clock: 'work-day', amount: 1 } },
  ] as const
  for (const one of [timer(), timer(...marks)]) {
    for (const share of [0.005, 0.2, 0.9, 1, 1.1, 5]) {
      const reached = shareReachedAt(calendar, one, share)!
      expect(readTimer(calendar, one, reached).share).toBeCloseTo(share, 4)
    }
  }
  expect(shareReachedAt(calendar, timer(mark('15 10:00', 'pause')), 0.25)).toBe(at('15 10:00'))
  expect(shareReachedAt(calendar, timer(mark('15 10:00', 'pause')), 0.26)).toBeNull()
})
