import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfRhythm, type PatrolPlan, readRoundId, roundsAhead, roundsOf, weekdayOf } from './plan.ts'

const planId = '0198a000-0000-7000-8000-000000000001'
const plan: PatrolPlan = {
  ...{ planId, version: 1, title: '文化路', gridPath: '1.1.1', postId: 'p', points: [] },
  rhythm: {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      { name: '日巡查', from: '09:00', until: '11:30' },
      { name: '夜巡', from: '22:00', until: '01:00' },
    ],
  },
  ...{ validFrom: '2026-09-01', validUntil: '2026-10-01' },
}

test('a day has the rounds of its spans, a night goes on after midnight', () => {
  expect(roundsOf(plan, '2026-09-15')).toEqual([
    {
      ...{ roundId: `${planId}.2026-09-15.0900`, planId, day: '2026-09-15', spanName: '日巡查' },
      ...{ fromAt: '2026-09-15T01:00:00.000Z', untilAt: '2026-09-15T03:30:00.000Z' },
    },
    {
      ...{ roundId: `${planId}.2026-09-15.2200`, planId, day: '2026-09-15', spanName: '夜巡' },
      ...{ fromAt: '2026-09-15T14:00:00.000Z', untilAt: '2026-09-15T17:00:00.000Z' },
    },
  ])
})

test('none on other days of the week, before the plan begins, or on the day it ends', () => {
  expect(weekdayOf('2026-09-14')).toBe(1)
  expect(weekdayOf('2026-09-20')).toBe(7)
  for (const day of ['2026-09-19', '2026-09-20', '2026-08-31', '2026-10-01']) expect(roundsOf(plan, day)).toEqual([])
  expect(roundsOf(plan, '2026-09-30')).toHaveLength(2)
})

test('what lies ahead begins with the night that still runs', () => {
  const ahead = roundsAhead(plan, '2026-09-15T16:30:00.000Z', 1)
  expect(ahead.map(round => `${round.day} ${round.spanName}`)).toEqual([
    '2026-09-15 夜巡',
    '2026-09-16 日巡查',
    '2026-09-16 夜巡',
  ])
})

test('an id says plan and day, whatever the day and time', () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  const pad = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(time, time, fc.integer({ min: 1, max: 30 }), ([fh, fm], [uh, um], date) => {
      const day = `2026-09-${pad(date)}`
      const spans = [{ name: 'x', from: `${pad(fh)}:${pad(fm)}`, until: `${pad(uh)}:${pad(um)}` }]
      const [round] = roundsOf({ ...plan, rhythm: { weekdays: [1, 2, 3, 4, 5, 6, 7], spans } }, day)
      expect(readRoundId(round!.roundId)).toEqual({ planId, day })
      const hours = (Date.parse(round!.untilAt) - Date.parse(round!.fromAt)) / 3_600_000
      expect(hours).toBeGreaterThan(0)
      expect(hours).toBeLessThanOrEqual(24)
    }),
  )
  expect(readRoundId('something else')).toBeNull()
})

test('a rhythm needs a day and a span, and no two that begin at once', () => {
  const [span] = plan.rhythm.spans
  expect(faultOfRhythm({ weekdays: [], spans: [span!] })).toBe('no-day')
  expect(faultOfRhythm({ weekdays: [1], spans: [] })).toBe('no-span')
  expect(faultOfRhythm({ weekdays: [1], spans: [span!, { ...span!, name: '又一次' }] })).toBe('same-span')
  expect(faultOfRhythm(plan.rhythm)).toBeNull()
})
