import { instantOf } from '../../kernel/common/instant.ts'
import { dayMs } from './limit.ts'

/** Minutes of the day, `from` included and `until` not: 540 to 720 is 9:00 to 12:00. 1440 is midnight at the end. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** The spans of Monday to Sunday, each day's in order. An empty day is a day of rest. */
export type Week = readonly [Day, Day, Day, Day, Day, Day, Day]
type Day = readonly Span[]

/** A day that is not as its weekday says: a holiday, a make-up working day, or a day with hours of its own. */
export interface CalendarDay {
  /** `2026-10-01` */
  readonly day: string
  readonly kind: 'rest' | 'work'
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  /** Own hours of a working day; null for those of an ordinary working day. */
  readonly spans: readonly Span[] | null
}

/** What a calendar is made from. Years that nobody has entered the holidays of are not in `coveredYears`. */
export interface CalendarPlan {
  /** `default`, or the code of a district, street or community. */
  readonly key: string
  /** What people call it; deadlines that follow an area's own calendar say so. */
  readonly name?: string
  readonly version: number
  /** Minutes east of Greenwich, the whole year: China has had no daylight saving since 1991. */
  readonly offsetMinutes: number
  readonly week: Week
  readonly days: readonly CalendarDay[]
  readonly coveredYears: readonly number[]
}

/** A calendar ready to count with: any stretch of years is a look-up. Made by `compileCalendar`. */
export interface WorkCalendar {
  readonly plan: CalendarPlan
  readonly offsetMs: number
  readonly isCovered: (year: number) => boolean
  /** The entry for a local day (days since 1970-01-01 there), if it has one. */
  readonly entryOf: (dayNumber: number) => CalendarDay | undefined
  readonly spansOf: (dayNumber: number) => readonly Span[]
  readonly yearTable: (year: number) => YearTable
}

/** Running sums over one year, so that a deadline months away is a search and not a walk. */
export interface YearTable {
  readonly firstDay: number
  /** Worked milliseconds, and whole working days, before each day of the year; the last entry is the year's total. */
  readonly workedMsBefore: Float64Array
  readonly workDaysBefore: Int32Array
}

const morning = { from: 540, until: 720 }
const afternoon = { from: 810, until: 1050 }
const workday: Day = [morning, afternoon]

/** Monday to Friday, 9:00-12:00 and 13:30-17:30. A place that works other hours changes it on the calendar page. */
export const usualWeek: Week = [workday, workday, workday, workday, workday, [], []]

export const chinaOffsetMinutes = 480

export type SpanProblem = 'empty-week' | 'spans-wrong'

/** Spans lie in the day, one after the other; a night shift is entered as two spans of two days. */
export function spansProblem(spans: readonly Span[]): SpanProblem | null {
  const isWrong = spans.some(({ from, until }, index) => {
    const before = spans[index - 1]?.until ?? 0
    return !Number.isInteger(from) || !Number.isInteger(until) || from < before || until <= from || until > 1440
  })
  return isWrong ? 'spans-wrong' : null
}

/** A week in which nobody works would let every deadline run away for ever. */
export function weekProblem(week: Week): SpanProblem | null {
  if (week.every(spans => spans.length === 0)) return 'empty-week'
  return week.map(spansProblem).find(problem => problem !== null) ?? null
}

export function dayNumberOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) / dayMs
}

export function dayOfNumber(dayNumber: number): string {
  return instantOf(dayNumber * dayMs).slice(0, 10)
}

/** Monday is 0. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7
}

export function yearOfDay(dayNumber: number): number {
  return new Date(dayNumber * dayMs).getUTCFullYear()
}

/** A plan that `weekProblem` objects to is our mistake here: whoever saves a plan asks first. */
export function compileCalendar(plan: CalendarPlan): WorkCalendar {
  const problem = weekProblem(plan.week) ?? plan.days.map(day => spansProblem(day.spans ?? [])).find(Boolean)
  if (problem) throw new Error(`calendar ${plan.key}: ${problem}`)
  const entries = new Map(plan.days.map(entry => [dayNumberOf(entry.day), entry]))
  const covered = new Set(plan.coveredYears)
  const usual = plan.week.find(spans => spans.length > 0)!
  const tables = new Map<number, YearTable>()
  const spansOf = (dayNumber: number): readonly Span[] => {
    const ofWeek = plan.week[weekdayOf(dayNumber)]!
    const entry = entries.get(dayNumber)
    if (!entry) return ofWeek
    if (entry.kind === 'rest') return []
    // A make-up Saturday is worked like an ordinary working day, not like the Saturday that it falls on.
    return entry.spans ?? (ofWeek.length > 0 && weekdayOf(dayNumber) < 5 ? ofWeek : usual)
  }
  return {
    plan,
    offsetMs: plan.offsetMinutes * 60_000,
    isCovered: year => covered.has(year),
    entryOf: dayNumber => entries.get(dayNumber),
    spansOf,
    yearTable(year) {
      const known = tables.get(year)
      if (known) return known
      const table = sumYear(year, spansOf)
      tables.set(year, table)
      return table
    },
  }
}

function sumYear(year: number, spansOf: (dayNumber: number) => readonly Span[]): YearTable {
  const firstDay = Date.UTC(year, 0, 1) / dayMs
  const length = Date.UTC(year + 1, 0, 1) / dayMs - firstDay
  const workedMsBefore = new Float64Array(length + 1)
  const workDaysBefore = new Int32Array(length + 1)
  for (let i = 0; i < length; i++) {
    const spans = spansOf(firstDay + i)
    const worked = spans.reduce((sum, { from, until }) => sum + until - from, 0)
    workedMsBefore[i + 1] = workedMsBefore[i]! + worked * 60_000
    workDaysBefore[i + 1] = workDaysBefore[i]! + (spans.length > 0 ? 1 : 0)
  }
  return { firstDay, workedMsBefore, workDaysBefore }
}
