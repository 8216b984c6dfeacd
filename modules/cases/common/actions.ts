import type { CaseStatus } from './case-file.ts'
import type { CasesPermission } from './permissions.ts'

export interface ActionRule {
  readonly from: readonly CaseStatus[]
  readonly permission: CasesPermission
}

/**
 * Who may do what, when. Read by the server before it writes, by the office to draw buttons, and by the field app
 * while it is offline; there is no second copy.
 */
export const caseActions = {
  accept: { from: ['reported'], permission: 'cases.accept' },
  refuse: { from: ['reported', 'accepted'], permission: 'cases.accept' },
  join: { from: ['reported', 'accepted'], permission: 'cases.accept' },
  file: { from: ['accepted'], permission: 'cases.file' },
  dispatch: { from: ['filed'], permission: 'cases.dispatch' },
  return: { from: ['dispatched'], permission: 'cases.handle' },
  handle: { from: ['dispatched'], permission: 'cases.handle' },
  verify: { from: ['handled'], permission: 'cases.verify' },
  close: { from: ['verified'], permission: 'cases.close' },
  rework: { from: ['verified'], permission: 'cases.close' },
  rate: { from: ['closed'], permission: 'cases.rate' },
} as const satisfies Record<string, ActionRule>

export type CaseAction = keyof typeof caseActions

export const caseActionNames = Object.keys(caseActions) as [CaseAction, ...CaseAction[]]

/** What a case in this status waits for: the step that moves it on. The same words are the inbox's tasks. */
export const nextAction = {
  reported: 'accept',
  accepted: 'file',
  filed: 'dispatch',
  dispatched: 'handle',
  handled: 'verify',
  verified: 'close',
  closed: null,
  refused: null,
  joined: null,
} as const satisfies Record<CaseStatus, CaseAction | null>

export const tasks = [
  'accept',
  'file',
  'dispatch',
  'handle',
  'verify',
  'close',
] as const satisfies readonly CaseAction[]
export type CaseTask = (typeof tasks)[number]
