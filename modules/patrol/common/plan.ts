import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'

/** A place at which somebody looks. Without coordinates it is found by its name: a stairwell, a basement. */
export interface PatrolPoint {
  readonly pointId: string
  readonly name: string
  readonly place: Point | null
  readonly indoors: boolean
  readonly checklistId: string
  readonly note: string
}

/** One span of the day in which a round is walked: 普扫, 保洁, 日巡查, 夜巡. Times of the place, `HH:MM`. */
export interface RoundSpan {
  readonly name: string
  readonly from: string
  /** At or before `from` it is on the next day: nights count. */
  readonly until: string
}

/** 两扫两保日巡查 and the like: on which days of the week, Monday is 1, and in which spans. */
export interface Rhythm {
  readonly weekdays: readonly number[]
  readonly spans: readonly RoundSpan[]
}

/** A patrol plan (巡查计划): who looks at what, where, and how often. */
export interface PatrolPlan {
  readonly planId: string
  readonly version: number
  readonly title: string
  readonly gridPath: string
  /** The post that walks it, whoever holds it then. */
  readonly postId: string
  readonly points: readonly PatrolPoint[]
  readonly rhythm: Rhythm
  readonly validFrom: string
  /** Exclusive; null while it has no end. */
  readonly validUntil: string | null
}

export const mostPoints = 60
export const mostSpans = 8

export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

/** One round that a plan asks for. */
export interface PlannedRound {
  /** Made of plan, day and span, so that a phone with no signal and the server name the same round. */
  readonly roundId: string
  readonly planId: string
  readonly day: string
  readonly spanName: string
  readonly fromAt: Instant
  readonly untilAt: Instant
}

const minuteMs = 60_000
const dayMinutes = 1440

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

function momentOf(day: string, minutes: number): Instant {
  return instantOf(millisecondsOf(dayBegins(day)) + minutes * minuteMs)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1
}

/** The rounds of one day; none on a day of the week that is not meant, or outside the plan's own time. */
export function roundsOf(plan: PatrolPlan, day: string): readonly PlannedRound[] {
  if (day < plan.validFrom || (plan.validUntil !== null && day >= plan.validUntil)) return []
  if (!plan.rhythm.weekdays.includes(weekdayOf(day))) return []
  return plan.rhythm.spans.map(({ name, from, until }) => {
    const start = minutesOf(from)
    const end = minutesOf(until) > start ? minutesOf(until) : minutesOf(until) + dayMinutes
    return {
      roundId: `${plan.planId}.${day}.${from.replace(':', '')}`,
      planId: plan.planId,
      day,
      spanName: name,
      fromAt: momentOf(day, start),
      untilAt: momentOf(day, end),
    }
  })
}

/** Plan and day that an id names, or null when it is none of ours. */
export function readRoundId(roundId: string): { readonly planId: string; readonly day: string } | null {
  const found = /^([0-9a-f-]{36})\.(\d{4}-\d{2}-\d{2})\.\d{4}$/.exec(roundId)
  return found ? { planId: found[1]!, day: found[2]! } : null
}

/** The rounds that run at a moment or begin within some days from it, the earliest first: what a phone takes along. */
export function roundsAhead(plan: PatrolPlan, now: Instant, days: number): readonly PlannedRound[] {
  // Yesterday too: a night round of yesterday may still run.
  return Array.from({ length: days + 1 }, (_, at) => roundsOf(plan, dayOf(now, at - 1)))
    .flat()
    .filter(round => round.untilAt > now)
    .toSorted((a, b) => a.fromAt.localeCompare(b.fromAt) || a.roundId.localeCompare(b.roundId))
}

/** Why a rhythm cannot be: a span twice, or none, or no day. Null when it can. */
export function faultOfRhythm({ weekdays, spans }: Rhythm): 'no-day' | 'no-span' | 'same-span' | null {
  if (weekdays.length === 0) return 'no-day'
  if (spans.length === 0) return 'no-span'
  return new Set(spans.map(span => span.from)).size < spans.length ? 'same-span' : null
}
