import { type Instant, instantOf } from '#platform/kernel/common/instant.ts'
import { minuteOf } from './rule.ts'

/** On duty from one time of a day to another; an end at or before the beginning is on the next day. */
export interface Span {
  readonly from: string
  readonly until: string
}

export interface Planned {
  readonly postId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** When a span of a calendar day begins and ends. */
export function momentsOf(day: string, { from, until }: Span, offsetMinutes: number) {
  const midnight = Date.parse(`${day}T00:00:00Z`) - offsetMinutes * 60_000
  const [start, end] = [minuteOf(from), minuteOf(until)]
  const at = (minutes: number) => instantOf(midnight + minutes * 60_000)
  return { startsAt: at(start), endsAt: at(end > start ? end : end + 1440) }
}

/** The first shift of somebody who would be on two at once, or null. */
export function doubled<P extends Planned>(shifts: readonly P[]): P | null {
  const inOrder = shifts.toSorted((a, b) => compare(a.postId, b.postId) || compare(a.startsAt, b.startsAt))
  return inOrder.find((shift, i) => isDouble(inOrder[i - 1], shift)) ?? null
}

function isDouble(before: Planned | undefined, shift: Planned): boolean {
  return before?.postId === shift.postId && before.endsAt > shift.startsAt
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
