import type { TimerLight } from '#platform/worktime/common/index.ts'
import type { Limit } from '#platform/worktime/common/index.ts'
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
  /** Stars from which a reporter counts as satisfied; the next lower are “fairly satisfied”. */
  readonly satisfiedFrom: number
  readonly rates: RateSettings
  /** From how many urges, reworks and reopenings together a case has which light, whatever time it has left. */
  readonly counts: Readonly<Record<Exclude<TimerLight, 'green'>, number>>
  /** How many steps of the grid path one line of the board stands for. */
  readonly gridDepth: number
}

/** What the three rates count. Cities change it from year to year. */
export interface RateSettings {
  /** By when whoever reported something must have had a first answer. */
  readonly response: Limit
  /** Sources whose reporters are answered; an own patrol is not. */
  readonly respondTo: readonly string[]
  /** Of a hundred who are fairly satisfied, how many count as satisfied. */
  readonly fairlyPercent: number
  /** Matters that no rate counts, by why. */
  readonly leaveOut: readonly string[]
}

/** Why a matter may be left out of the rates, as far as the case itself says so. */
export const leftOutFor = ['refused', 'joined', 'voided', 'exempt', 'forced'] as const
export type LeftOutFor = (typeof leftOutFor)[number]

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
  // Response within a day is the promise of most hotlines; the share at which “fairly satisfied” counts is set anew each year.
  rates: {
    response: { clock: 'urgent-hour', amount: 24 },
    respondTo: ['resident', 'hotline', 'leader', 'media', 'superior', 'diary', 'neighbour'],
    fairlyPercent: 60,
    leaveOut: ['refused', 'joined', 'voided', 'exempt'],
  },
  counts: { yellow: 2, orange: 3, red: 5 },
  gridDepth: 2,
}

/** In the place of a limit's name: the light is there because of how often something was asked or done again. */
export const byCount = 'count'

/** 督办按超时比例或次数触发: how often it was urged, sent back for rework and reopened counts beside the time. */
export function lightByCount({ counts }: Pick<SupervisionSettings, 'counts'>, times: number): TimerLight {
  const reached = (['red', 'orange', 'yellow'] as const).find(light => times >= counts[light])
  return reached ?? 'green'
}

/** Whom the ladder tells at this light; nobody at green. */
export function rungsAt(settings: SupervisionSettings, timerName: string, light: TimerLight): readonly LadderLevel[] {
  // A reply to an order has a ladder of its own limit, under the same rule.
  const isWatched = timerName === 'reply' || timerName === byCount || settings.watched.includes(timerName)
  return isWatched ? (settings.ladder[light] ?? []) : []
}
