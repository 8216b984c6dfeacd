import type { Limit } from '#platform/worktime/common/index.ts'

/**
 * 街道吹哨、部门报到: a street calls departments to a place. Each department called is a call of its own: it comes, it is
 * there, the street sees that it is, and says afterwards how quick it was and what came of it.
 */
export const callStates = ['called', 'coming', 'arrived', 'confirmed', 'rated', 'excused', 'cancelled'] as const
export type CallState = (typeof callStates)[number]

export const callSteps = ['come', 'arrive', 'excuse', 'confirm', 'deny', 'cancel', 'rate'] as const
export type CallStep = (typeof callSteps)[number]

/** The department's own steps; the others are the street's. */
export const departmentSteps: ReadonlySet<CallStep> = new Set(['come', 'arrive', 'excuse'])

/** Steps that say why or how; the rest may do without words. */
export const stepsWithWords: ReadonlySet<CallStep> = new Set(['excuse', 'deny', 'cancel', 'rate'])

/** The only table of what may follow what. */
const after: Readonly<Record<CallStep, Partial<Record<CallState, CallState>>>> = {
  come: { called: 'coming' },
  arrive: { called: 'arrived', coming: 'arrived' },
  excuse: { called: 'excused', coming: 'excused' },
  confirm: { arrived: 'confirmed' },
  // Nobody was there: the call stands as before, and so does its limit.
  deny: { arrived: 'called' },
  cancel: { called: 'cancelled', coming: 'cancelled' },
  rate: { confirmed: 'rated' },
}

/** Null when the step may not be taken in this state. */
export function stateAfter(state: CallState, step: CallStep): CallState | null {
  return after[step][state] ?? null
}

/** Where a call stands after these steps; a step that was not allowed is our mistake and says so. */
export function stateOf(steps: readonly CallStep[]): CallState {
  return steps.reduce<CallState>((state, step) => {
    const next = stateAfter(state, step)
    if (next === null) throw new Error(`${step} cannot follow ${state}`)
    return next
  }, 'called')
}

/** 哨〔2026〕12号 */
export function whistleNumber(year: number, serial: number): string {
  return `哨〔${year}〕${serial}号`
}

export interface CoordinationSettings {
  /** By when a department is to be there, unless the street says otherwise. */
  readonly arrival: Limit
}

/** Streets that introduced whistles ask for 30 minutes to two hours, by the kind of whistle; local practice. */
export const usualCoordination: CoordinationSettings = { arrival: { clock: 'urgent-hour', amount: 2 } }
