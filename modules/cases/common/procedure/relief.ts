import type { Instant } from '#platform/kernel/common/instant.ts'
import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { Limit } from '#platform/worktime/common/index.ts'
import type { CaseEvent, CaseFile } from '../case-file.ts'
import { blocked, type Deciding, stamp } from '../deciding.ts'
import { refuse } from '../refusals.ts'
import type { EventParts, Happened } from './event-part.ts'

/** What a department may ask for: a ruling on whose it is, more time, a rest, and afterwards that lateness be excused. */
export type ReliefEvent =
  | (Happened & { readonly type: 'case.disputed'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.ruled'
      readonly unitId: string
      readonly reason: string
      /** The ruling is to hold for cases like this one: the routing rules take it up. */
      readonly asRule: boolean
    })
  | (Happened & { readonly type: 'case.extension-asked'; readonly reason: string })
  | (Happened & { readonly type: 'case.extension-approved'; readonly note: string | null })
  | (Happened & { readonly type: 'case.extended'; readonly more: Limit; readonly note: string | null })
  | (Happened & { readonly type: 'case.extension-refused'; readonly reason: string })
  | (Happened & { readonly type: 'case.suspension-asked'; readonly until: Instant; readonly reason: string })
  | (Happened & { readonly type: 'case.suspended'; readonly until: Instant; readonly note: string | null })
  | (Happened & { readonly type: 'case.suspension-refused'; readonly reason: string })
  | (Happened & { readonly type: 'case.resumed'; readonly note: string | null })
  | (Happened & { readonly type: 'case.appealed'; readonly reason: string })
  | (Happened & { readonly type: 'case.appeal-supported'; readonly note: string | null })
  | (Happened & { readonly type: 'case.exempted'; readonly note: string | null })
  | (Happened & { readonly type: 'case.appeal-refused'; readonly reason: string })

export const reliefParts: EventParts<ReliefEvent> = {
  'case.disputed': {
    apply: (before, { reason, by }) => ({ procedure: { dispute: { unitId: before.unitId, reason, by } } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.dispatchedBy, kind: 'disputed' }),
  },
  'case.ruled': {
    apply: (before, { unitId }) => ({
      unitId,
      procedure: {
        dispute: null,
        // A ruling binds: what was ruled on is not disputed or returned by the same unit again.
        ruledFor: unitId,
        extension: unitId === before.unitId ? before.procedure.extension : null,
      },
    }),
    staff: (event, names) => ({ reason: event.reason, to: names.unit(event.unitId) }),
    back: (_, before) => ({ personId: before.procedure.dispute?.by ?? null, kind: 'ruled' }),
    unitIds: event => [event.unitId],
  },
  'case.extension-asked': {
    apply: (_, { reason, by }) => ({ procedure: { extension: { reason, by, isApproved: false } } }),
    staff: event => ({ reason: event.reason }),
  },
  'case.extension-approved': {
    apply: ({ procedure: { extension } }, { by }) => ({
      procedure: { extension: extension && { ...extension, isApproved: true, approvedBy: by } },
    }),
    staff: event => ({ note: event.note }),
  },
  'case.extended': {
    apply: before => ({ procedure: { extension: null, extensionCount: before.procedure.extensionCount + 1 } }),
    staff: event => ({ note: event.note }),
    reporter: () => ({ step: 'longer', role: 'dispatcher' }),
    news: () => 'longer',
    back: (_, before) => ({ personId: before.procedure.extension?.by ?? null, kind: 'relief-given' }),
  },
  'case.extension-refused': {
    apply: () => ({ procedure: { extension: null } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.procedure.extension?.by ?? null, kind: 'relief-refused' }),
  },
  'case.suspension-asked': {
    apply: (_, { reason, by, until }) => ({ procedure: { suspension: { reason, by, until } } }),
    staff: event => ({ reason: event.reason, until: event.until }),
  },
  'case.suspended': {
    apply: (before, { until }) => ({
      procedure: { suspension: null, suspendedUntil: until, suspensionCount: before.procedure.suspensionCount + 1 },
    }),
    staff: event => ({ note: event.note, until: event.until }),
    reporter: () => ({ step: 'suspended', role: 'dispatcher' }),
    news: () => 'suspended',
    back: (_, before) => ({ personId: before.procedure.suspension?.by ?? null, kind: 'relief-given' }),
  },
  'case.suspension-refused': {
    apply: () => ({ procedure: { suspension: null } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.procedure.suspension?.by ?? null, kind: 'relief-refused' }),
  },
  'case.resumed': {
    apply: () => ({ procedure: { suspendedUntil: null } }),
    staff: event => ({ note: event.note }),
    reporter: () => ({ step: 'resumed', role: 'department' }),
    news: () => 'resumed',
  },
  'case.appealed': {
    apply: (_, { reason, by }) => ({ procedure: { appeal: { reason, by, supportedBy: null }, hasAppealed: true } }),
    staff: event => ({ reason: event.reason }),
  },
  'case.appeal-supported': {
    apply: ({ procedure: { appeal } }, { by }) => ({ procedure: { appeal: appeal && { ...appeal, supportedBy: by } } }),
    staff: event => ({ note: event.note }),
  },
  'case.exempted': {
    apply: () => ({ procedure: { appeal: null, isExempt: true } }),
    staff: event => ({ note: event.note }),
    back: (_, before) => ({ personId: before.procedure.appeal?.by ?? null, kind: 'relief-given' }),
  },
  'case.appeal-refused': {
    apply: () => ({ procedure: { appeal: null } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.procedure.appeal?.by ?? null, kind: 'relief-refused' }),
  },
}

export function decideDispute(caseFile: CaseFile, by: Deciding, reason: string) {
  const no = blocked('dispute', caseFile, by)
  if (no) return no
  if (caseFile.procedure.ruledFor === caseFile.unitId) return refuse['ruled-already']()
  return { type: 'case.disputed', ...stamp(by), reason } satisfies CaseEvent
}

export function decideRule(
  caseFile: CaseFile,
  by: Deciding,
  ruling: { unitId: string; reason: string; asRule: boolean },
) {
  return blocked('rule', caseFile, by) ?? ({ type: 'case.ruled', ...stamp(by), ...ruling } satisfies CaseEvent)
}

/** `isOverdue`: whether the handling limit has run out, which only the calendar knows. */
export function decideAskExtension(
  caseFile: CaseFile,
  by: Deciding,
  { reason, isOverdue }: { reason: string; isOverdue: boolean },
) {
  const no = blocked('ask-extension', caseFile, by)
  if (no) return no
  const { mostExtensions } = by.settings
  if (isOverdue) return refuse['too-late-to-extend']()
  if (caseFile.procedure.extensionCount >= mostExtensions) return refuse['extended-enough']({ most: mostExtensions })
  return { type: 'case.extension-asked', ...stamp(by), reason } satisfies CaseEvent
}

export interface Answer {
  readonly isGranted: boolean
  readonly note: string | null
}

/** Whoever holds several posts may reach a request in more than one: it takes as many people as it has steps. */
function isOneOf({ actor }: Deciding, ...people: readonly (string | null | undefined)[]): boolean {
  return people.includes(actor.personId)
}

/** A no needs its reason. */
export function whyNot({ isGranted, note }: Answer) {
  return !isGranted && note === null ? refuse['text-missing']({ field: 'note' }) : null
}

/** First by the unit itself, by somebody other than who asked. */
export function decideAnswerExtension(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('answer-extension', caseFile, by) ?? whyNot(answer)
  if (no) return no
  if (caseFile.procedure.extension?.by === by.actor.personId) return refuse['not-your-own-request']()
  return answer.isGranted
    ? ({ type: 'case.extension-approved', ...stamp(by), note: answer.note } satisfies CaseEvent)
    : ({ type: 'case.extension-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent)
}

/** Then by the dispatcher, a third person. What is given is one more original limit. */
export function decideConfirmExtension(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('confirm-extension', caseFile, by) ?? whyNot(answer)
  if (no) return no
  const { extension } = caseFile.procedure
  if (isOneOf(by, extension?.by, extension?.approvedBy)) return refuse['not-your-own-request']()
  const more = caseFile.procedure.limit ?? by.settings.limits.handle
  return answer.isGranted
    ? ({ type: 'case.extended', ...stamp(by), more, note: answer.note } satisfies CaseEvent)
    : ({ type: 'case.extension-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent)
}

const day = 86_400_000

export function decideAskSuspension(
  caseFile: CaseFile,
  by: Deciding,
  { reason, until }: { reason: string; until: Instant },
) {
  const no = blocked('ask-suspension', caseFile, by)
  if (no) return no
  const days = (millisecondsOf(until) - millisecondsOf(by.now)) / day
  const most = by.settings.longestSuspensionDays
  if (days <= 0 || days > most) return refuse['suspension-date']({ most })
  if (caseFile.procedure.suspensionCount >= by.settings.mostSuspensions) return refuse['suspended-enough']()
  return { type: 'case.suspension-asked', ...stamp(by), reason, until } satisfies CaseEvent
}

export function decideAnswerSuspension(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('answer-suspension', caseFile, by) ?? whyNot(answer)
  if (no) return no
  if (isOneOf(by, caseFile.procedure.suspension?.by)) return refuse['not-your-own-request']()
  const until = caseFile.procedure.suspension?.until
  if (until === undefined) return refuse['not-in-this-status']({ action: 'answer-suspension', status: caseFile.status })
  if (!answer.isGranted)
    return { type: 'case.suspension-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent
  // The answer may have taken longer than the rest that was asked for.
  if (millisecondsOf(until) <= millisecondsOf(by.now))
    return refuse['suspension-date']({ most: by.settings.longestSuspensionDays })
  return { type: 'case.suspended', ...stamp(by), until, note: answer.note } satisfies CaseEvent
}

export function decideResume(caseFile: CaseFile, by: Deciding, note: string | null) {
  return blocked('resume', caseFile, by) ?? ({ type: 'case.resumed', ...stamp(by), note } satisfies CaseEvent)
}

/** By the unit that handled it, once, whatever comes of it. */
export function decideAppeal(caseFile: CaseFile, by: Deciding, reason: string) {
  const no = blocked('appeal', caseFile, by)
  if (no) return no
  if (caseFile.procedure.hasAppealed) return refuse['appealed-already']()
  return { type: 'case.appealed', ...stamp(by), reason } satisfies CaseEvent
}

export function decideReviewAppeal(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('review-appeal', caseFile, by) ?? whyNot(answer)
  if (no) return no
  if (isOneOf(by, caseFile.procedure.appeal?.by)) return refuse['not-your-own-request']()
  return answer.isGranted
    ? ({ type: 'case.appeal-supported', ...stamp(by), note: answer.note } satisfies CaseEvent)
    : ({ type: 'case.appeal-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent)
}

/** The second review, by somebody else: statistics leave the case out, the fact that it was late stays. */
export function decideConfirmAppeal(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('confirm-appeal', caseFile, by) ?? whyNot(answer)
  if (no) return no
  const { appeal } = caseFile.procedure
  if (isOneOf(by, appeal?.by, appeal?.supportedBy)) return refuse['not-your-own-request']()
  return answer.isGranted
    ? ({ type: 'case.exempted', ...stamp(by), note: answer.note } satisfies CaseEvent)
    : ({ type: 'case.appeal-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent)
}
