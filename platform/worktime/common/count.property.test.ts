import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMs, countMs } from './count.ts'
import {
  type CalendarPlan,
  compileCalendar,
  type LimitClock,
  limitClocks,
  readTimer,
  type Timer,
  type Week,
} from './index.ts'
import { limitMs } from './limit.ts'

const minute = 60_000
const hour = 60 * minute
const firstYear = 2020
const lastYear = 2031

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map(edges => edges.toSorted((a, b) => a - b))
  .map(edges =>
    Array.from({ length: edges.length >> 1 }, (_, i) => ({ from: edges[2 * i]!, until: edges[2 * i + 1]! })),
  )
const weekday = fc.oneof({ weight: 4, arbitrary: spans }, { weight: 1, arbitrary: fc.constant([]) })
const week = fc
  .tuple(weekday, weekday, weekday, weekday, weekday, weekday, weekday)
  .filter(days => days.some(day => day.length > 0))
const dayText = fc
  .integer({ min: 0, max: (lastYear - firstYear) * 365 })
  .map(offset => new Date(Date.UTC(firstYear, 0, 1) + offset * 24 * hour).toISOString().slice(0, 10))
const entry = fc.record({
  day: dayText,
  kind: fc.constantFrom('rest' as const, 'work' as const),
  name: fc.constant({ 'zh-CN': '节', en: 'day' }),
  spans: fc.option(spans, { nil: null }),
})
const plan: fc.Arbitrary<CalendarPlan> = fc.record({
  key: fc.constant('default'),
  version: fc.constant(1),
  offsetMinutes: fc.constantFrom(480, 0, -300, 345, 840),
  week: week as fc.Arbitrary<Week>,
  days: fc.uniqueArray(entry, { selector: one => one.day, maxLength: 200 }),
  coveredYears: fc.constant([2024, 2025]),
})
const clock = fc.constantFrom(...limitClocks)
const moment = fc
  .integer({ min: 0, max: 10 * 365 * 24 * 60 })
  .map(minutes => Date.UTC(firstYear + 1, 0, 1) + minutes * minute)
const amount = fc.integer({ min: 1, max: 40 * 24 * 60 }).map(minutes => minutes * minute)

/**
 * The same rules once more, read from the plan minute by minute and sharing no line with the engine: is this minute of
 * the place one that the clock counts?
 */
function counts(from: CalendarPlan, which: LimitClock): (at: number) => boolean {
  if (which === 'urgent-hour' || which === 'natural-day') return () => true
  const named = new Map(from.days.map(one => [one.day, one]))
  const someDay = from.week.find(day => day.length > 0)!
  return at => {
    const local = new Date(at + from.offsetMinutes * minute)
    const weekdayIndex = (local.getUTCDay() + 6) % 7
    const special = named.get(local.toISOString().slice(0, 10))
    const usual = from.week[weekdayIndex]!
    let open = usual
    if (special?.kind === 'rest') open = []
    if (special?.kind === 'work') {
      const isWeekend = weekdayIndex >= 5
      open = special.spans ?? (usual.length === 0 || isWeekend ? someDay : usual)
    }
    if (which === 'work-day') return open.length > 0
    const minutes = local.getUTCHours() * 60 + local.getUTCMinutes()
    return open.some(span => span.from <= minutes && minutes < span.until)
  }
}

function simulatedDue(from: CalendarPlan, which: LimitClock, start: number, milliseconds: number): number {
  const isCounted = counts(from, which)
  let left = milliseconds / minute
  let at = start
  for (; left > 0; at += minute) if (isCounted(at)) left -= 1
  return at
}

test('ten years of deadlines under random calendars agree with a minute-by-minute simulation', () => {
  const some = fc.integer({ min: 1, max: 5 * 24 * 60 }).map(minutes => minutes * minute)
  fc.assert(
    fc.property(plan, fc.array(fc.tuple(clock, moment, some), { minLength: 8, maxLength: 8 }), (from, deadlines) => {
      const calendar = compileCalendar(from)
      for (const [which, start, milliseconds] of deadlines) {
        expect(addMs(calendar, which, start, milliseconds)).toBe(simulatedDue(from, which, start, milliseconds))
      }
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('what is counted between two moments agrees with the simulation', () => {
  fc.assert(
    fc.property(plan, clock, moment, fc.integer({ min: 0, max: 20_000 }), (from, which, start, minutes) => {
      const isCounted = counts(from, which)
      let counted = 0
      for (let i = 0; i < minutes; i++) if (isCounted(start + i * minute)) counted += minute
      expect(countMs(compileCalendar(from), which, start, start + minutes * minute)).toBe(counted)
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('additivity: a limit in two parts is due when the whole is', () => {
  fc.assert(
    fc.property(plan, clock, moment, amount, amount, (from, which, start, first, second) => {
      const calendar = compileCalendar(from)
      const inTwo = addMs(calendar, which, addMs(calendar, which, start, first), second)
      expect(inTwo).toBe(addMs(calendar, which, start, first + second))
    }),
  )
})

test('monotony: who starts later or has more is never due earlier', () => {
  fc.assert(
    fc.property(plan, clock, moment, amount, amount, (from, which, start, less, more) => {
      const calendar = compileCalendar(from)
      const due = addMs(calendar, which, start, less)
      expect(addMs(calendar, which, start + more, less)).toBeGreaterThanOrEqual(due)
      expect(addMs(calendar, which, start, less + more)).toBeGreaterThan(due)
      expect(due).toBeGreaterThan(start)
    }),
  )
})

test('inverse: until it is due exactly the limit has been counted, and a moment earlier not yet', () => {
  fc.assert(
    fc.property(plan, clock, moment, amount, (from, which, start, whole) => {
      const calendar = compileCalendar(from)
      const due = addMs(calendar, which, start, whole)
      expect(countMs(calendar, which, start, due)).toBe(whole)
      expect(countMs(calendar, which, start, due - 1)).toBe(whole - 1)
    }),
  )
})

const iso = (at: number) => new Date(at).toISOString()
const timerOf = (which: LimitClock, whole: number, start: number, marks: Timer['marks'] = []): Timer => ({
  name: 'handle',
  limit: { clock: which, amount: whole / limitMs({ clock: which, amount: 1 }) },
  startedAt: iso(start),
  marks,
})

test('a pause is a shift: what was left is counted from where it goes on', () => {
  fc.assert(
    fc.property(
      plan,
      clock,
      moment,
      amount,
      amount,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (from, which, start, whole, pause, share) => {
        const calendar = compileCalendar(from)
        const stops = start + Math.floor((addMs(calendar, which, start, whole) - start) * share)
        const goesOn = stops + pause
        const left = whole - countMs(calendar, which, start, stops)
        fc.pre(left > 0)
        const marks = [
          { at: iso(stops), kind: 'pause' as const },
          { at: iso(goesOn), kind: 'resume' as const },
        ]
        const { dueAt } = readTimer(calendar, timerOf(which, whole, start, marks), iso(goesOn))
        expect(dueAt).toBe(iso(addMs(calendar, which, goesOn, left)))
      },
    ),
  )
})

test('a pause of a clock that never rests moves the end by just as much', () => {
  fc.assert(
    fc.property(plan, moment, amount, amount, (from, start, whole, pause) => {
      const calendar = compileCalendar(from)
      const stops = start + Math.floor(whole / 2)
      const marks = [
        { at: iso(stops), kind: 'pause' as const },
        { at: iso(stops + pause), kind: 'resume' as const },
      ]
      const timer = timerOf('urgent-hour', whole, start, marks)
      expect(readTimer(calendar, timer, iso(start)).dueAt).toBe(iso(start + whole + pause))
    }),
  )
})

test('the light never goes back while time passes, and red is the end of the limit', () => {
  const rank = ['green', 'yellow', 'orange', 'red']
  fc.assert(
    fc.property(plan, clock, moment, amount, fc.array(amount, { maxLength: 6 }), (from, which, start, whole, steps) => {
      const calendar = compileCalendar(from)
      const timer = timerOf(which, whole, start)
      let before = 0
      for (const step of steps.toSorted((a, b) => a - b)) {
        const reading = readTimer(calendar, timer, iso(start + step))
        const light = rank.indexOf(reading.light)
        expect(light).toBeGreaterThanOrEqual(before)
        expect(reading.light === 'red').toBe(iso(start + step) >= reading.dueAt!)
        expect(reading.share >= 1).toBe(reading.light === 'red')
        before = light
      }
    }),
  )
})
