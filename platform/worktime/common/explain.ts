import type { Locale } from '../../i18n/common/translate.ts'
import { type Instant, instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import type { CalendarDay, WorkCalendar } from './calendar.ts'
import { countMs } from './count.ts'
import { asksCalendar, dayMs, describeLimit, limitMs, minuteMs } from './limit.ts'
import { courseOf, readTimer, type Stretch, type Timer, type TimerCourse, useUp, yearsTouched } from './timer.ts'
import { clockTime, TimeWords } from './words.ts'

/** One step of the arithmetic: what kind of step, and the sentence for it. */
export interface ExplainedLine {
  readonly kind: 'start' | 'extension' | 'counted' | 'skipped' | 'pause' | 'due' | 'state' | 'warning'
  readonly text: string
}

/**
 * A deadline prints its own arithmetic, to the minute: from when it is counted, each day with its spans, what is left
 * out and why, when the clock stood still, when it is due, and how it stands now.
 */
export function explainTimer(calendar: WorkCalendar, timer: Timer, now: Instant, locale: Locale): ExplainedLine[] {
  const course = courseOf(timer)
  const say = new TimeWords(calendar, locale)
  return [
    startLine(timer, say),
    ...areaLines(calendar, timer, say),
    ...extensionLines(timer, say),
    ...courseLines(calendar, course, say),
    ...stateLines(calendar, timer, course, millisecondsOf(now), say),
    ...yearsTouched(calendar, course, null).map(year => line('warning', say.t('worktime.explain.uncovered', { year }))),
  ]
}

const line = (kind: ExplainedLine['kind'], text: string): ExplainedLine => ({ kind, text })

function startLine({ limit, startedAt }: Timer, say: TimeWords): ExplainedLine {
  const params = {
    at: say.moment(millisecondsOf(startedAt)),
    limit: describeLimit(limit, say.locale),
    clock: say.t(`worktime.clock.${limit.clock}`),
  }
  return line('start', say.t('worktime.explain.start', params))
}

/** Whoever knows the usual hours only would count differently. */
function areaLines({ plan }: WorkCalendar, { limit }: Timer, say: TimeWords): ExplainedLine[] {
  if (plan.key === 'default' || !asksCalendar(limit.clock)) return []
  return [line('start', say.t('worktime.explain.area', { name: plan.name ?? plan.key }))]
}

function extensionLines({ marks }: Timer, say: TimeWords): ExplainedLine[] {
  return marks.flatMap(mark => {
    if (mark.kind !== 'extend') return []
    const params = { at: say.moment(millisecondsOf(mark.at)), limit: describeLimit(mark.by, say.locale) }
    return [line('extension', say.t('worktime.explain.extension', params))]
  })
}

/** The stretches in which it ran, each day by day, with the pauses between them. */
function courseLines(calendar: WorkCalendar, { runs, parts }: TimerCourse, say: TimeWords): ExplainedLine[] {
  const { reached, stretches } = useUp(calendar, runs, parts)
  const lines: ExplainedLine[] = []
  let total = 0
  let index = 0
  for (const [number, run] of runs.entries()) {
    for (let stretch = stretches[index]; stretch && stretch.from < run.until; stretch = stretches[++index]) {
      lines.push(...stretchLines(calendar, stretch, total, say))
      total += stretch.counted
    }
    if (run.until === Infinity || (reached !== null && index >= stretches.length)) break
    const next = runs[number + 1]
    const from = say.moment(run.until)
    const text = next
      ? say.t('worktime.explain.pause', { from, until: say.moment(next.from) })
      : say.t('worktime.explain.pause-open', { from })
    lines.push(line('pause', text))
  }
  if (reached !== null) lines.push(line('due', say.t('worktime.explain.due', { at: say.moment(reached, true) })))
  return lines
}

function stretchLines(calendar: WorkCalendar, stretch: Stretch, before: number, say: TimeWords): ExplainedLine[] {
  const { part, from, until, counted } = stretch
  if (!asksCalendar(part.clock)) {
    const params = {
      from: say.moment(from),
      until: say.moment(until, true),
      counted: say.counted(counted, part.clock),
      total: say.counted(before + counted, part.clock),
    }
    return [line('counted', say.t('worktime.explain.counted-through', params))]
  }
  const lines: ExplainedLine[] = []
  let total = before
  for (const group of groupDays(daysOf(calendar, stretch))) {
    total += group.reduce((sum, day) => sum + day.counted, 0)
    lines.push(groupLine(group, total, part.clock, say))
  }
  return lines
}

interface DayPart {
  readonly dayNumber: number
  readonly entry: CalendarDay | undefined
  readonly counted: number
  readonly isWhole: boolean
  readonly spans: readonly { readonly from: number; readonly until: number }[]
}

function daysOf(calendar: WorkCalendar, { part, from, until }: Stretch): DayPart[] {
  const first = Math.floor((from + calendar.offsetMs) / dayMs)
  const last = Math.floor((until - 1 + calendar.offsetMs) / dayMs)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const dayNumber = first + index
    const begins = dayNumber * dayMs - calendar.offsetMs
    const clipped = { from: Math.max(from, begins), until: Math.min(until, begins + dayMs) }
    const whole = part.clock === 'work-day' ? [{ from: 0, until: 1440 }] : calendar.spansOf(dayNumber)
    const inDay = { from: (clipped.from - begins) / minuteMs, until: (clipped.until - begins) / minuteMs }
    return {
      dayNumber,
      entry: calendar.entryOf(dayNumber),
      counted: countMs(calendar, part.clock, clipped.from, clipped.until),
      isWhole: clipped.from === begins && clipped.until === begins + dayMs,
      spans: whole
        .map(span => ({ from: Math.max(span.from, inDay.from), until: Math.min(span.until, inDay.until) }))
        .filter(span => span.from < span.until),
    }
  })
}

/** Days of rest of one name are one line, and so are whole working days in a row. */
function groupDays(days: readonly DayPart[]): DayPart[][] {
  const groups: DayPart[][] = []
  for (const day of days) {
    const last = groups.at(-1)
    if (last && likenessOf(last[0]!) === likenessOf(day) && likenessOf(day) !== null) last.push(day)
    else groups.push([day])
  }
  return groups
}

function likenessOf({ counted, entry, isWhole }: DayPart): string | null {
  if (counted === 0) return `rest ${entry?.kind === 'rest' ? entry.name['zh-CN'] : ''}`
  return isWhole && !entry ? 'work' : null
}

function groupLine(group: readonly DayPart[], total: number, clock: Stretch['part']['clock'], say: TimeWords) {
  const first = group[0]!
  const name = first.entry?.name[say.locale] ?? ''
  const params = { from: say.day(first.dayNumber), until: say.day(group.at(-1)!.dayNumber), name }
  const day = params.from
  if (first.counted === 0) return restLine(group.length, { ...params, day }, first, say)
  if (group.length > 1) {
    const counted = { ...params, count: group.length, total: say.counted(total, clock) }
    return line('counted', say.t('worktime.explain.counted-days', counted))
  }
  const counted = {
    day,
    name,
    spans: first.spans.map(span => `${clockTime(span.from)}-${clockTime(span.until)}`).join(say.t('worktime.between')),
    counted: say.counted(first.counted, clock),
    total: say.counted(total, clock),
  }
  const isMakeUp = first.entry?.kind === 'work'
  return line('counted', say.t(isMakeUp ? 'worktime.explain.counted-make-up' : 'worktime.explain.counted', counted))
}

function restLine(
  count: number,
  params: { from: string; until: string; name: string; day: string },
  { entry }: DayPart,
  say: TimeWords,
): ExplainedLine {
  const isHoliday = entry?.kind === 'rest' && params.name !== ''
  if (isHoliday)
    return line('skipped', say.t(count > 1 ? 'worktime.explain.holidays' : 'worktime.explain.holiday', params))
  return line('skipped', say.t(count > 1 ? 'worktime.explain.rest-days' : 'worktime.explain.rest', params))
}

/** How it stands: used and left, or overdue, or done; always with the moment of which that is true. */
function stateLines(
  calendar: WorkCalendar,
  timer: Timer,
  { runs, parts, endedAt, isExempt }: TimerCourse,
  now: number,
  say: TimeWords,
): ExplainedLine[] {
  const at = Math.min(now, endedAt ?? Infinity)
  const { clock } = parts.at(-1)!
  const whole = parts.reduce((sum, part) => sum + limitMs(part), 0)
  const { reached, stretches } = useUp(calendar, runs, parts, at)
  const used = stretches.reduce((sum, stretch) => sum + stretch.counted, 0)
  const over =
    reached === null
      ? 0
      : runs.reduce(
          (sum, run) => sum + countMs(calendar, clock, Math.max(run.from, reached), Math.min(run.until, at)),
          0,
        )
  const params = {
    at: say.moment(at),
    used: say.counted(used, clock),
    left: say.counted(whole - used, clock),
    over: say.counted(over, clock),
  }
  // Too late by the clock on the wall, though nobody was at work in between: a zero would say that it was in time.
  const isOffHours = over < minuteMs
  const { dueAt } = readTimer(calendar, timer, instantOf(now))
  const isLate = dueAt !== null && at > millisecondsOf(dueAt)
  const key = endedAt !== null && endedAt <= now ? (isLate ? 'ended-late' : 'ended') : isLate ? 'over' : 'left'
  const word = isLate && isOffHours ? (`${key}-off-hours` as 'over-off-hours' | 'ended-late-off-hours') : key
  const lines = [
    line(
      'state',
      say.t(dueAt === null && key === 'left' ? 'worktime.explain.no-due' : `worktime.explain.${word}`, params),
    ),
  ]
  return isExempt ? [...lines, line('state', say.t('worktime.explain.exempt'))] : lines
}
