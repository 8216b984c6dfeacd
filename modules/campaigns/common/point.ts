import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { LightShares, Limit, Timer } from '#platform/worktime/common/index.ts'
import type { Stamp } from './campaign.ts'
import type { Quantity, Work } from './quantity.ts'

/**
 * A point of a campaign: 摸底 (surveyed) → 列入清单 (listed) → 下令整改 (ordered) → 报告完成 (reported) → 销号
 * (ticked off). What turns out to be no matter for it is taken off with a reason (dropped).
 */
export const pointStates = ['surveyed', 'listed', 'ordered', 'reported', 'ticked-off', 'dropped'] as const
export type PointState = (typeof pointStates)[number]

/** What was found: the kind of work, in words, and what it will take. */
export interface Finding {
  readonly work: Work
  readonly note: string
  readonly address: string
  readonly estimate: readonly Quantity[]
  readonly estimateFen: number
}

export interface PointPlace {
  readonly gridPath: string
  readonly gridNames: readonly string[]
  readonly lon: number | null
  readonly lat: number | null
}

/** To whom it was ordered: a unit or a post, never both. */
export interface PointOrder {
  readonly orderId: string
  readonly number: string
  readonly unitId: string | null
  readonly postId: string | null
  readonly holderName: string
}

export interface PointResult {
  readonly at: Instant
  readonly lines: readonly Quantity[]
  readonly costFen: number
  readonly note: string
  /** By when it was to be done, counted by the calendar of that day. In time is what was in time when it was reported. */
  readonly dueAt: Instant | null
  readonly isLate: boolean
}

export interface CampaignPoint extends Finding, PointPlace {
  readonly id: string
  readonly campaignId: string
  readonly state: PointState
  readonly surveyedBy: string
  readonly surveyedAt: Instant
  readonly listNumber: number | null
  readonly order: (PointOrder & { readonly orderedAt: Instant }) | null
  readonly timer: Timer | null
  readonly result: PointResult | null
  /** Why it is late, in the words of whoever has it. */
  readonly lateReasons: readonly string[]
  readonly returns: number
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly tickedOffAt: Instant | null
  /** The owner has looked at the photos and found nobody on them: place and pictures may be shown to everybody. */
  readonly isPublic: boolean
  readonly version: number
}

export type PointEvent = Stamp &
  (
    | ({ readonly type: 'point.surveyed'; readonly id: string; readonly campaignId: string } & Finding & PointPlace)
    | ({ readonly type: 'point.amended'; readonly reason: string } & Finding)
    | { readonly type: 'point.listed'; readonly listNumber: number; readonly reason: string }
    | { readonly type: 'point.dropped'; readonly reason: string }
    /** With the shares of yellow and orange that the place had set then, where they are not the usual ones. */
    | ({ readonly type: 'point.ordered'; readonly limit: Limit; readonly lights?: LightShares } & PointOrder)
    | { readonly type: 'point.withdrawn'; readonly reason: string }
    | { readonly type: 'point.explained'; readonly reason: string }
    | ({ readonly type: 'point.reported'; readonly reason: string } & Omit<PointResult, 'at'>)
    | { readonly type: 'point.returned'; readonly reason: string }
    | { readonly type: 'point.ticked-off'; readonly reason: string; readonly isPublic: boolean }
    | { readonly type: 'point.linked'; readonly caseId: string; readonly caseNumber: string }
    /** Grids were redrawn: it lies where it lay, in another grid. */
    | { readonly type: 'point.grid-moved'; readonly gridPath: string; readonly gridNames: readonly string[] }
  )

/** The name of the limit that runs on an ordered point, and of the inbox task that it belongs to. */
export const rectify = 'rectify'

export function applyPointEvent(before: CampaignPoint | null, event: PointEvent): CampaignPoint {
  if (event.type === 'point.surveyed') {
    const { id, campaignId, gridPath, gridNames, lon, lat } = event
    return {
      ...{ id, campaignId, ...findingOf(event), gridPath, gridNames, lon, lat, state: 'surveyed' },
      ...{ surveyedBy: event.by, surveyedAt: event.at, listNumber: null, order: null, timer: null, result: null },
      ...{ lateReasons: [], returns: 0, caseId: null, caseNumber: null, tickedOffAt: null, isPublic: false },
      version: 1,
    }
  }
  if (before === null) throw new Error(`${event.type} before the point was surveyed`)
  return { ...before, ...changeBy(before, event), version: before.version + 1 }
}

function changeBy(
  before: CampaignPoint,
  event: Exclude<PointEvent, { type: 'point.surveyed' }>,
): Partial<CampaignPoint> {
  switch (event.type) {
    case 'point.amended':
      return findingOf(event)
    case 'point.listed':
      return { state: 'listed', listNumber: event.listNumber }
    case 'point.dropped':
      return { state: 'dropped' }
    case 'point.ordered': {
      const { orderId, number, unitId, postId, holderName, limit, lights, at } = event
      const timer: Timer = { name: rectify, limit, startedAt: at, marks: [], ...(lights && { lights }) }
      return { state: 'ordered', order: { orderId, number, unitId, postId, holderName, orderedAt: at }, timer }
    }
    case 'point.withdrawn':
      return { state: 'listed', order: null, timer: null, lateReasons: [] }
    case 'point.explained':
      return { lateReasons: [...before.lateReasons, event.reason] }
    case 'point.reported': {
      const { at, lines, costFen, note, dueAt, isLate, reason } = event
      return {
        ...{ state: 'reported', result: { at, lines, costFen, note, dueAt, isLate } },
        ...(reason ? { lateReasons: [...before.lateReasons, reason] } : {}),
        // The time in which the owner looks at it is not the unit's.
        timer: marked(before.timer, { at, kind: 'pause' }),
      }
    }
    case 'point.returned':
      return {
        ...{ state: 'ordered', result: null, returns: before.returns + 1 },
        timer: marked(before.timer, { at: event.at, kind: 'resume' }),
      }
    case 'point.ticked-off':
      return {
        ...{ state: 'ticked-off', tickedOffAt: event.at, isPublic: event.isPublic },
        timer: marked(before.timer, { at: event.at, kind: 'stop' }),
      }
    case 'point.linked':
      return { caseId: event.caseId, caseNumber: event.caseNumber }
    case 'point.grid-moved':
      return { gridPath: event.gridPath, gridNames: event.gridNames }
    default:
      return unreachable(event)
  }
}

const marked = (timer: Timer | null, mark: Timer['marks'][number]): Timer | null =>
  timer && { ...timer, marks: [...timer.marks, mark] }

function findingOf({ work, note, address, estimate, estimateFen }: Finding): Finding {
  return { work, note, address, estimate, estimateFen }
}

export function reducePoint(events: readonly PointEvent[]): CampaignPoint {
  const end = events.reduce<CampaignPoint | null>(applyPointEvent, null)
  if (end === null) throw new Error('a point without a history')
  return end
}
