import { type CaseAction, nextAction } from '../common/actions.ts'
import type { CaseStatus } from '../common/case-file.ts'

/** The key that does it, shown on the button. `rate` and `reopen` belong to the reporter and have no button here. */
export const actKeys = {
  accept: 'a',
  file: 'f',
  dispatch: 'd',
  handle: 'h',
  verify: 'v',
  close: 'c',
  claim: 'g',
  assign: 'N',
  'report-check': 'E',
  'assist-done': 'H',
  rule: 'u',
  'answer-extension': 'T',
  'confirm-extension': 'y',
  'answer-suspension': 'Z',
  'review-appeal': 'q',
  'confirm-appeal': 'Q',
  'answer-leave-out': 'Y',
  resume: 'm',
  join: 'b',
  refuse: 'x',
  return: 'r',
  rework: 'w',
  'ask-check': 'e',
  'ask-extension': 't',
  'ask-suspension': 'z',
  dispute: 'D',
  appeal: 'A',
  'ask-leave-out': 'B',
  'count-again': 'K',
  split: 's',
  link: 'l',
  unlink: 'L',
  release: 'G',
  'ask-verifier': 'V',
  urge: 'U',
  instruct: 'I',
  raise: 'P',
  'assign-down': 'o',
  'force-close': 'C',
  void: 'X',
} as const satisfies Partial<Record<CaseAction, string>>
export type Act = keyof typeof actKeys

/** These take something back or end it: they stand apart, and say what follows. */
export const apartActs: readonly Act[] = ['join', 'refuse', 'return', 'rework']

/** Rarer ones lie folded below the row; their keys work all the same. */
export const rarerActs: readonly Act[] = [
  'ask-check',
  'ask-extension',
  'ask-suspension',
  'dispute',
  'appeal',
  'ask-leave-out',
  'count-again',
  'split',
  'link',
  'unlink',
  'release',
  'assign',
  'ask-verifier',
  'urge',
  'instruct',
  'raise',
  'assign-down',
  'force-close',
  'void',
]

/** Steps whose form is a reason. */
export type ReasonAct =
  | 'refuse'
  | 'return'
  | 'rework'
  | 'dispute'
  | 'ask-extension'
  | 'appeal'
  | 'count-again'
  | 'raise'
  | 'assign-down'
  | 'void'
  | 'force-close'

/** They take something back or end it, and are drawn so. */
export function isGrave(act: Act): boolean {
  return (['refuse', 'return', 'rework', 'void', 'force-close'] as const satisfies readonly Act[]).some(
    grave => grave === act,
  )
}

/** Need no word from the person: one key and it is done. */
export const plainActs = ['accept', 'claim', 'release', 'ask-verifier'] as const satisfies readonly Act[]
export type PlainAct = (typeof plainActs)[number]

export function isPlain(act: Act): act is PlainAct {
  return (plainActs as readonly Act[]).includes(act)
}

export function actsOf(allowed: readonly CaseAction[]): Act[] {
  return (Object.keys(actKeys) as Act[]).filter(act => allowed.includes(act))
}

export function isLikely(act: Act, status: CaseStatus): boolean {
  return nextAction[status] === act
}
