import type { Instant } from '../../kernel/common/instant.ts'
import { instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import { type Span, type WorkCalendar, type YearTable } from './calendar.ts'
import { asksCalendar, dayMs, type Limit, type LimitClock, limitMs, minuteMs, unitMs } from './limit.ts'

/**
 * When a limit is used up: the first moment at which so much has been counted. Spans are half-open, so a limit that ends
 * with the last minute of a span is due at its end and not at the beginning of the next.
 * `uncovered` names the years whose holidays nobody has entered, and which this deadline touches.
 */
export function addLimit(
  calendar: WorkCalendar,
  start: Instant,
  limit: Limit,
): { readonly dueAt: Instant; readonly uncovered: number[] } {
  const from = millisecondsOf(start)
  const due = addMs(calendar, limit.clock, from, limitMs(limit))
  return { dueAt: instantOf(due), uncovered: uncoveredYears(calendar, limit.clock, from, due) }
}

/** How much a clock counts between two moments: minutes for the clocks of hours, days for those of days. */
export function workBetween(calendar: WorkCalendar, from: Instant, to: Instant, clock: LimitClock): number {
  const counted = countMs(calendar, clock, millisecondsOf(from), millisecondsOf(to))
  return counted / (unitMs(clock) === dayMs ? dayMs : minuteMs)
}

/** Years between two moments for which a clock had to guess, because their holidays are not entered. */
export function uncoveredYears(calendar: WorkCalendar, clock: LimitClock, from: number, to: number): number[] {
  if (!asksCalendar(clock)) return []
  const last = localYear(calendar, to)
  const years: number[] = []
  for (let year = localYear(calendar, from); year <= last; year++) if (!calendar.isCovered(year)) years.push(year)
  return years
}

/** The same on milliseconds, for whoever counts a million of them. */
export function countMs(calendar: WorkCalendar, clock: LimitClock, from: number, to: number): number {
  if (to <= from) return 0
  if (!asksCalendar(clock)) return to - from
  const first = localYear(calendar, from)
  const last = localYear(calendar, to)
  let counted = usedOfYear(calendar, clock, last, to) - usedOfYear(calendar, clock, first, from)
  for (let year = first; year < last; year++) counted += totalOf(calendar.yearTable(year), clock)
  return counted
}

export function addMs(calendar: WorkCalendar, clock: LimitClock, from: number, amount: number): number {
  if (!asksCalendar(clock)) return from + amount
  let year = localYear(calendar, from)
  let target = usedOfYear(calendar, clock, year, from) + amount
  for (let total = totalOf(calendar.yearTable(year), clock); target > total; ) {
    target -= total
    year += 1
    total = totalOf(calendar.yearTable(year), clock)
  }
  const table = calendar.yearTable(year)
  const index = firstDayReaching(table, clock, target)
  const rest = target - before(table, clock, index)
  const dayNumber = table.firstDay + index
  const inDay = clock === 'work-day' ? rest : momentInSpans(calendar.spansOf(dayNumber), rest)
  return dayNumber * dayMs + inDay - calendar.offsetMs
}

function localYear(calendar: WorkCalendar, at: number): number {
  return new Date(at + calendar.offsetMs).getUTCFullYear()
}

/** What the clock has counted from the beginning of the year until a moment in it. */
function usedOfYear(calendar: WorkCalendar, clock: LimitClock, year: number, at: number): number {
  const local = at + calendar.offsetMs
  const dayNumber = Math.floor(local / dayMs)
  const table = calendar.yearTable(year)
  const inDay = local - dayNumber * dayMs
  return before(table, clock, dayNumber - table.firstDay) + usedOfDay(calendar.spansOf(dayNumber), clock, inDay)
}

function usedOfDay(spans: readonly Span[], clock: LimitClock, inDay: number): number {
  if (spans.length === 0) return 0
  if (clock === 'work-day') return inDay
  let used = 0
  for (const { from, until } of spans) {
    const begins = from * minuteMs
    if (inDay > begins) used += Math.min(inDay, until * minuteMs) - begins
  }
  return used
}

function before(table: YearTable, clock: LimitClock, index: number): number {
  return clock === 'work-day' ? table.workDaysBefore[index]! * dayMs : table.workedMsBefore[index]!
}

function totalOf(table: YearTable, clock: LimitClock): number {
  return before(table, clock, table.workedMsBefore.length - 1)
}

/** The first day at whose end the clock has counted `target`. */
function firstDayReaching(table: YearTable, clock: LimitClock, target: number): number {
  let low = 0
  let high = table.workedMsBefore.length - 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(table, clock, middle + 1) >= target) high = middle
    else low = middle + 1
  }
  return low
}

function momentInSpans(spans: readonly Span[], rest: number): number {
  let left = rest
  for (const { from, until } of spans) {
    const length = (until - from) * minuteMs
    if (left <= length) return from * minuteMs + left
    left -= length
  }
  throw new Error('a day was searched for more work than it has')
}
