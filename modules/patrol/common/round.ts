import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { PatrolPoint } from './plan.ts'

/** What one saw of one item: as it should be; put right at once; found, and now a case; not to be seen today. */
export const itemStates = ['good', 'mended', 'found', 'unseen'] as const
export type ItemState = (typeof itemStates)[number]

/** Why a point was not looked at. Whoever was there knows; nobody is asked to prove it. */
export const skipReasons = ['closed', 'danger', 'weather', 'called-away', 'other'] as const
export type SkipReason = (typeof skipReasons)[number]

export interface ItemResult {
  readonly item: string
  readonly state: ItemState
}

export interface Finding {
  readonly item: string | null
  readonly caseId: string
  readonly number: string
}

/**
 * What happened on a round (一次巡查). `at` is when it was, by the phone's clock where that can be believed; a round
 * without signal is told later and is not late for it.
 */
export type RoundEvent =
  | { readonly type: 'round.begun'; readonly at: Instant }
  | {
      readonly type: 'round.checked'
      readonly at: Instant
      readonly pointId: string
      readonly results: readonly ItemResult[]
      readonly findings: readonly Finding[]
      readonly note: string
    }
  | {
      readonly type: 'round.skipped'
      readonly at: Instant
      readonly pointId: string
      readonly reason: SkipReason
      readonly note: string
    }
  | { readonly type: 'round.ended'; readonly at: Instant; readonly note: string }

export type PointState = 'left' | 'checked' | 'late' | 'skipped'

export interface PointStanding {
  readonly state: PointState
  readonly at: Instant | null
}

export type RoundState = 'waiting' | 'walking' | 'ended'

export interface RoundSpanAt {
  readonly fromAt: Instant
  readonly untilAt: Instant
}

export interface RoundStanding {
  readonly state: RoundState
  readonly begunAt: Instant | null
  readonly endedAt: Instant | null
  readonly points: Readonly<Record<string, PointStanding>>
  readonly found: number
}

export function atTheStart(points: readonly Pick<PatrolPoint, 'pointId'>[]): RoundStanding {
  const left = { state: 'left', at: null } as const
  return {
    state: 'waiting',
    begunAt: null,
    endedAt: null,
    points: Object.fromEntries(points.map(({ pointId }) => [pointId, left])),
    found: 0,
  }
}

/** A point counts as checked when somebody looked within the span; outside it, it is looked at late, and is told so. */
function checkedAt(before: PointStanding, at: Instant, span: RoundSpanAt): PointStanding {
  if (before.state === 'checked') return before
  const isInTime = span.fromAt <= at && at < span.untilAt
  if (!isInTime && before.state === 'late') return before
  return { state: isInTime ? 'checked' : 'late', at }
}

/** Where a round stands after one more event. The first look at a point counts; looking again never takes it away. */
export function applyRoundEvent(standing: RoundStanding, event: RoundEvent, span: RoundSpanAt): RoundStanding {
  const begunAt = standing.begunAt ?? event.at
  switch (event.type) {
    case 'round.begun':
      return { ...standing, begunAt, state: standing.state === 'waiting' ? 'walking' : standing.state }
    case 'round.checked': {
      const before = standing.points[event.pointId]
      if (!before) throw new Error(`the round has no point ${event.pointId}`)
      const points = { ...standing.points, [event.pointId]: checkedAt(before, event.at, span) }
      return settled({ ...standing, begunAt, points, found: standing.found + event.findings.length }, event.at)
    }
    case 'round.skipped': {
      const before = standing.points[event.pointId]
      if (!before) throw new Error(`the round has no point ${event.pointId}`)
      if (before.state !== 'left') return { ...standing, begunAt }
      const points = { ...standing.points, [event.pointId]: { state: 'skipped', at: event.at } as const }
      return settled({ ...standing, begunAt, points }, event.at)
    }
    case 'round.ended':
      return { ...standing, begunAt, state: 'ended', endedAt: standing.endedAt ?? event.at }
    default:
      return unreachable(event)
  }
}

/** A round in which nothing is left has ended by itself: no button must be pressed for it. */
function settled(standing: RoundStanding, at: Instant): RoundStanding {
  if (standing.state === 'ended') return standing
  const isDone = Object.values(standing.points).every(({ state }) => state !== 'left')
  return { ...standing, state: isDone ? 'ended' : 'walking', endedAt: isDone ? at : null }
}

export function standingAfter(
  points: readonly Pick<PatrolPoint, 'pointId'>[],
  events: readonly RoundEvent[],
  span: RoundSpanAt,
): RoundStanding {
  return events.reduce((standing, event) => applyRoundEvent(standing, event, span), atTheStart(points))
}

/** How many points a round had, and what became of them. Never a distance. */
export interface Coverage {
  readonly due: number
  readonly checked: number
  readonly late: number
  readonly skipped: number
  readonly left: number
}

export function coverageOf({ points }: RoundStanding): Coverage {
  const states = Object.values(points).map(point => point.state)
  const count = (state: PointState) => states.filter(one => one === state).length
  return {
    due: states.length,
    checked: count('checked'),
    late: count('late'),
    skipped: count('skipped'),
    left: count('left'),
  }
}
