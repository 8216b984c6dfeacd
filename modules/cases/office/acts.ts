import { type CaseAction, nextAction } from '../common/actions.ts'
import type { CaseStatus } from '../common/case-file.ts'

/** The key that does it, shown on the button. `rate` belongs to the reporter and has no button here. */
export const actKeys = {
  accept: 'a',
  file: 'f',
  dispatch: 'd',
  handle: 'h',
  verify: 'v',
  close: 'c',
  join: 'b',
  refuse: 'x',
  return: 'r',
  rework: 'w',
} as const satisfies Partial<Record<CaseAction, string>>
export type Act = keyof typeof actKeys

/** These take something back or end it: they stand apart, and say what follows. */
export const apartActs: readonly Act[] = ['join', 'refuse', 'return', 'rework']

export function actsOf(allowed: readonly CaseAction[]): Act[] {
  return (Object.keys(actKeys) as Act[]).filter(act => allowed.includes(act))
}

export function isLikely(act: Act, status: CaseStatus): boolean {
  return nextAction[status] === act
}
