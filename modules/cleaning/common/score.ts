import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'

export const objectionOutcomes = ['upheld', 'reduced', 'withdrawn'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

export type DeductionEvent =
  | { readonly kind: 'deducted'; readonly at: Instant; readonly byId: string; readonly points: number }
  | { readonly kind: 'objected'; readonly at: Instant; readonly byId: string }
  | {
      readonly kind: 'decided'
      readonly at: Instant
      readonly byId: string
      readonly outcome: ObjectionOutcome
      /** What stands afterwards. */
      readonly points: number
    }

export const deductionStates = ['stands', 'objected', 'decided'] as const
export type DeductionState = (typeof deductionStates)[number]

export interface Deduction {
  readonly state: DeductionState
  readonly scorerId: string
  readonly pointsFirst: number
  /** What stands now. */
  readonly points: number
  readonly outcome: ObjectionOutcome | null
}

/** A deduction as its events make it; the row in the table is always this. */
export function deductionAfter(before: Deduction | null, event: DeductionEvent): Deduction {
  switch (event.kind) {
    case 'deducted':
      return {
        ...{ state: 'stands', scorerId: event.byId, pointsFirst: event.points, points: event.points, outcome: null },
      }
    case 'objected':
      return { ...begun(before), state: 'objected' }
    case 'decided':
      return { ...begun(before), state: 'decided', points: event.points, outcome: event.outcome }
    default:
      return unreachable(event)
  }
}

function begun(deduction: Deduction | null): Deduction {
  if (deduction === null) throw new Error('a deduction begins with being taken off')
  return deduction
}

export type ObjectFault = 'objected-already' | 'too-late-to-object'

/** Once, and until the limit that was counted in working time from being told. */
export function faultOfObjecting(deduction: Deduction, now: Instant, until: Instant): ObjectFault | null {
  if (deduction.state !== 'stands') return 'objected-already'
  return now > until ? 'too-late-to-object' : null
}

export type DecideFault = 'nothing-to-decide' | 'own-deduction' | 'points-wrong'

/**
 * Somebody else than whoever took it off decides. What stands afterwards follows from the outcome: all of it, less than it,
 * or nothing.
 */
export function faultOfDeciding(
  deduction: Deduction,
  byId: string,
  { outcome, points }: { readonly outcome: ObjectionOutcome; readonly points: number },
): DecideFault | null {
  if (deduction.state !== 'objected') return 'nothing-to-decide'
  if (deduction.scorerId === byId) return 'own-deduction'
  return points === standing(deduction, outcome, points) ? null : 'points-wrong'
}

function standing({ points: now }: Deduction, outcome: ObjectionOutcome, points: number): number | null {
  if (outcome === 'upheld') return now
  if (outcome === 'withdrawn') return 0
  return points > 0 && points < now ? points : null
}

/** The score of a section in a month: what stands is taken off the full score, down to nothing. */
export function scoreOf(fullScore: number, standingPoints: readonly number[]): number {
  return Math.max(0, fullScore - standingPoints.reduce((sum, points) => sum + points, 0))
}

export const cleaningTextLimits = { reason: 300 } as const
export const photosPerDeduction = 5
