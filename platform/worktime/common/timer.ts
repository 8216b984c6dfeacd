import type { Instant } from '../../kernel/common/instant.ts'
import { instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import type { WorkCalendar } from './calendar.ts'
import { addMs, countMs, uncoveredYears } from './count.ts'
import { type Limit, limitMs, unitMs } from './limit.ts'

/** Something that happened to a running limit. A `resume` may lie ahead: a suspension until a date ends by itself. */
export type TimerMark =
  | { readonly at: Instant; readonly kind: 'pause' | 'resume' | 'stop' | 'exempt' }
  | { readonly at: Instant; readonly kind: 'extend'; readonly by: Limit }

/** At which share of the limit the light changes; red is the end of the limit itself. */
export interface LightShares {
  readonly yellow: number
  readonly orange: number
}

/** The same as a place sets it. */
export interface LightPercents {
  readonly yellowPercent: number
  readonly orangePercent: number
}

/** Where nobody has set others. Local practice differs widely, so this is a setting of whoever starts the timer. */
export const usualLightPercents: LightPercents = { yellowPercent: 70, orangePercent: 90 }

const shares = ({ yellowPercent, orangePercent }: LightPercents): LightShares => ({
  yellow: yellowPercent / 100,
  // Orange never comes before yellow, however the two were set.
  orange: Math.max(yellowPercent, orangePercent) / 100,
})
export const usualLights = shares(usualLightPercents)

/** What a timer that begins keeps of the setting: nothing of what is usual. */
export function lightsToKeep(percents: LightPercents): { readonly lights?: LightShares } {
  const lights = shares(percents)
  const isUsual = lights.yellow === usualLights.yellow && lights.orange === usualLights.orange
  return isUsual ? {} : { lights }
}

/**
 * One limit that runs on one matter, by the name of the inbox task that it belongs to (`handle`), or `whole`.
 * Several run beside each other. Everything about it follows from these facts and the calendar.
 */
export interface Timer {
  readonly name: string
  readonly limit: Limit
  readonly startedAt: Instant
  readonly marks: readonly TimerMark[]
  readonly lights?: LightShares
}

export const timerLights = ['green', 'yellow', 'orange', 'red'] as const
export type TimerLight = (typeof timerLights)[number]

export interface TimerReading {
  /** Null while it is paused and nobody has said until when. */
  readonly dueAt: Instant | null
  readonly state: 'running' | 'paused' | 'stopped'
  readonly endedAt: Instant | null
  /** The fact. It stays when the timer is exempt: then only statistics leave it out. */
  readonly isOverdue: boolean
  readonly isExempt: boolean
  /** Of the limit with its extensions: 0 at the start, 1 when it is due, more afterwards. */
  readonly share: number
  readonly light: TimerLight
  /** When the light changes next, or the pause ends by itself. Null when nothing more happens by itself. */
  readonly nextAt: Instant | null
  readonly uncoveredYears: readonly number[]
}

interface Run {
  readonly from: number
  readonly until: number
}

/** A piece of time that one part of the limit (the limit itself, then each extension) was counted in. */
export interface Stretch {
  readonly part: Limit
  readonly from: number
  readonly until: number
  readonly counted: number
}

/** What the marks say, put in order: when it ran, when it ended, and what there is to use up. */
export interface TimerCourse {
  readonly runs: readonly Run[]
  readonly parts: readonly Limit[]
  readonly endedAt: number | null
  readonly isExempt: boolean
}

export function readTimer(calendar: WorkCalendar, timer: Timer, now: Instant): TimerReading {
  const course = courseOf(timer)
  const at = Math.min(millisecondsOf(now), course.endedAt ?? Infinity)
  const crossings = crossingsOf(calendar, course, timer.lights)
  const { due } = crossings
  const isStopped = course.endedAt !== null && course.endedAt <= millisecondsOf(now)
  return {
    dueAt: instantOrNull(due),
    state: isStopped ? 'stopped' : isRunning(course, at) ? 'running' : 'paused',
    endedAt: instantOrNull(course.endedAt),
    isOverdue: due !== null && at > due,
    isExempt: course.isExempt,
    share: shareAt(calendar, course, at),
    light: lightAt(crossings, at),
    nextAt: instantOrNull(isStopped ? null : nextMoment(crossings, course, at)),
    uncoveredYears: yearsTouched(calendar, course, due),
  }
}

/**
 * When a share of the limit with its extensions will have gone: 1 is its end, and beyond that the clock of its last part
 * goes on. Null where that never comes as things stand. `share` is above zero.
 */
export function shareReachedAt(calendar: WorkCalendar, timer: Timer, share: number): Instant | null {
  const { runs, parts } = courseOf(timer)
  if (share <= 1) return instantOrNull(useUp(calendar, runs, firstShare(parts, share)).reached)
  const { clock } = parts.at(-1)!
  const whole = parts.reduce((sum, part) => sum + limitMs(part), 0)
  const over = { clock, amount: ((share - 1) * whole) / unitMs(clock) }
  return instantOrNull(useUp(calendar, runs, [...parts, over]).reached)
}

const instantOrNull = (at: number | null): Instant | null => (at === null ? null : instantOf(at))

/** The moments at which the light changes; null for those that do not come as things stand. */
export interface Crossings {
  readonly yellow: number | null
  readonly orange: number | null
  readonly due: number | null
}

export function crossingsOf(calendar: WorkCalendar, course: TimerCourse, lights: LightShares = usualLights): Crossings {
  const { runs, parts } = course
  const { yellow, orange } = lights
  const plain = plainStart(course)
  if (plain !== null) {
    const part = parts[0]!
    const at = (share: number) => addMs(calendar, part.clock, plain, Math.round(limitMs(part) * share))
    return { yellow: at(yellow), orange: at(orange), due: at(1) }
  }
  return {
    yellow: useUp(calendar, runs, firstShare(parts, yellow)).reached,
    orange: useUp(calendar, runs, firstShare(parts, orange)).reached,
    due: useUp(calendar, runs, parts).reached,
  }
}

/** When it began, if it has neither paused nor been extended: nearly all are so, and a replay counts a million of them. */
function plainStart({ runs, parts }: TimerCourse): number | null {
  const run = runs[0]
  return run && run.until === Infinity && parts.length === 1 ? run.from : null
}

export function lightAt({ yellow, orange, due }: Crossings, at: number): TimerLight {
  if (due !== null && at >= due) return 'red'
  if (orange !== null && at >= orange) return 'orange'
  return yellow !== null && at >= yellow ? 'yellow' : 'green'
}

/** What happens next by itself: a light, the end, or the end of a pause. */
export function nextMoment({ yellow, orange, due }: Crossings, { runs }: TimerCourse, at: number): number | null {
  let next = Infinity
  const look = (moment: number | null) => {
    if (moment !== null && moment > at && moment < next) next = moment
  }
  look(yellow)
  look(orange)
  look(due)
  for (const run of runs) look(run.from)
  return next === Infinity ? null : next
}

/** A stopped timer stays stopped: what is begun again is a new timer. Only an exemption may come afterwards. */
export function courseOf(timer: Pick<Timer, 'limit' | 'startedAt' | 'marks'>): TimerCourse {
  const start = millisecondsOf(timer.startedAt)
  if (timer.marks.length === 0) return plainCourse(timer.limit, start)
  const runs: Run[] = []
  const parts = [timer.limit]
  let runningSince: number | null = start
  let endedAt: number | null = null
  let isExempt = false
  for (const mark of timer.marks.toSorted((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at))) {
    const at = Math.max(millisecondsOf(mark.at), start)
    if (mark.kind === 'exempt') isExempt = true
    if (endedAt !== null) continue
    if (mark.kind === 'stop') endedAt = at
    else if (mark.kind === 'extend') parts.push(mark.by)
    else if (mark.kind === 'resume') runningSince ??= at
    else if (mark.kind === 'pause' && runningSince !== null) {
      runs.push({ from: runningSince, until: at })
      runningSince = null
    }
  }
  if (runningSince !== null) runs.push({ from: runningSince, until: Infinity })
  return { runs, parts, endedAt, isExempt }
}

export function plainCourse(limit: Limit, start: number): TimerCourse {
  return { runs: [{ from: start, until: Infinity }], parts: [limit], endedAt: null, isExempt: false }
}

/** Lets the parts be used up one after the other while it runs, until `end` at most. */
export function useUp(
  calendar: WorkCalendar,
  runs: readonly Run[],
  parts: readonly Limit[],
  end = Infinity,
): { readonly reached: number | null; readonly stretches: readonly Stretch[] } {
  const stretches: Stretch[] = []
  let index = 0
  let left = limitMs(parts[0]!)
  for (const run of runs) {
    const until = Math.min(run.until, end)
    for (let from = run.from; from < until; ) {
      const part = parts[index]!
      const reached = addMs(calendar, part.clock, from, left)
      if (reached > until) {
        const counted = countMs(calendar, part.clock, from, until)
        stretches.push({ part, from, until, counted })
        left -= counted
        break
      }
      stretches.push({ part, from, until: reached, counted: left })
      index += 1
      if (index === parts.length) return { reached, stretches }
      left = limitMs(parts[index]!)
      from = reached
    }
  }
  return { reached: null, stretches }
}

/** The beginning of the parts that makes up a share of the whole. */
function firstShare(parts: readonly Limit[], share: number): Limit[] {
  const first = parts[0]!
  if (parts.length === 1) return [{ clock: first.clock, amount: first.amount * share }]
  let left = parts.reduce((sum, part) => sum + limitMs(part), 0) * share
  const taken: Limit[] = []
  for (const part of parts) {
    const whole = limitMs(part)
    if (left <= 0) break
    taken.push(left >= whole ? part : { clock: part.clock, amount: (part.amount * left) / whole })
    left -= whole
  }
  return taken
}

function isRunning({ runs }: TimerCourse, at: number): boolean {
  return runs.some((run, index) => (at >= run.from || index === 0) && at < run.until)
}

function shareAt(calendar: WorkCalendar, { runs, parts }: TimerCourse, at: number): number {
  const whole = parts.reduce((sum, part) => sum + limitMs(part), 0)
  const { reached, stretches } = useUp(calendar, runs, parts, at)
  const used = stretches.reduce((sum, stretch) => sum + stretch.counted, 0)
  if (reached === null) return used / whole
  const clock = parts.at(-1)!.clock
  const over = runs.map(run => countMs(calendar, clock, Math.max(run.from, reached), Math.min(run.until, at)))
  return (used + over.reduce((sum, counted) => sum + counted, 0)) / whole
}

/** Only while time was really counted: a year that lies wholly in a pause does no harm. */
export function yearsTouched(calendar: WorkCalendar, course: TimerCourse, due: number | null): number[] {
  const { runs, parts } = course
  const plain = plainStart(course)
  if (plain !== null && due !== null) return uncoveredYears(calendar, parts[0]!.clock, plain, due)
  const { stretches } = useUp(calendar, runs, parts)
  const years = stretches.flatMap(({ part, from, until }) => uncoveredYears(calendar, part.clock, from, until))
  return [...new Set(years)].toSorted((a, b) => a - b)
}
