import type { TimerLight } from '#platform/worktime/common/index.ts'
import type { OrderLimits } from './order.ts'

export const ladderLevels = ['handler', 'unit-head', 'street-centre', 'district-centre', 'leader'] as const
export type LadderLevel = (typeof ladderLevels)[number]

export interface SupervisionSettings {
  /** Who is told at which light. */
  readonly ladder: Readonly<Partial<Record<TimerLight, readonly LadderLevel[]>>>
  /** The limits of cases that the ladder watches. */
  readonly watched: readonly string[]
  readonly limits: OrderLimits
  readonly repeated: {
    readonly radiusMetres: number
    readonly days: number
    readonly warnFrom: number
    readonly graveFrom: number
  }
  /** Stars from which a reporter counts as satisfied. */
  readonly satisfiedFrom: number
  /** How many steps of the grid path one line of the board stands for. */
  readonly gridDepth: number
}

/**
 * Reminder, yellow, orange, red is the usual grading of supervision; who is told at which is local practice. Points with
 * 5 and more repeated complaints are marked down in a published district formula (Jinniu); 3 is our earlier warning.
 */
export const usualSupervision: SupervisionSettings = {
  ladder: {
    yellow: ['handler'],
    orange: ['handler', 'unit-head'],
    red: ['unit-head', 'street-centre', 'district-centre'],
  },
  watched: ['handle', 'whole'],
  limits: {
    urge: { clock: 'work-hour', amount: 4 },
    order: { clock: 'work-day', amount: 3 },
    instruction: { clock: 'work-day', amount: 3 },
  },
  repeated: { radiusMetres: 50, days: 30, warnFrom: 3, graveFrom: 5 },
  satisfiedFrom: 4,
  gridDepth: 2,
}

/** Whom the ladder tells at this light; nobody at green. */
export function rungsAt(settings: SupervisionSettings, timerName: string, light: TimerLight): readonly LadderLevel[] {
  // A reply to an order has a ladder of its own limit, under the same rule.
  const isWatched = timerName === 'reply' || settings.watched.includes(timerName)
  return isWatched ? (settings.ladder[light] ?? []) : []
}
