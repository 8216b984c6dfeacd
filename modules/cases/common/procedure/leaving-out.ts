import type { CaseEvent, CaseFile } from '../case-file.ts'
import { blocked, type Deciding, stamp } from '../deciding.ts'
import { refuse } from '../refusals.ts'
import type { EventParts, Happened } from './event-part.ts'
import { type Answer, whyNot } from './relief.ts'

/**
 * One case left out of the rates of response, resolution and satisfaction by hand (剔除): unreasonable, beyond what the
 * place may do, repeated. Two people take part, as with an appeal; counting it again needs one. That a case was late is
 * no matter of this: only an appeal excuses lateness, and the fact of it stays either way.
 */
export type LeavingOutEvent =
  | (Happened & { readonly type: 'case.leave-out-asked'; readonly reason: string; readonly note: string })
  | (Happened & { readonly type: 'case.left-out'; readonly note: string | null })
  | (Happened & { readonly type: 'case.leave-out-refused'; readonly reason: string })
  | (Happened & { readonly type: 'case.counted-again'; readonly reason: string })

export const leavingOutParts: EventParts<LeavingOutEvent> = {
  'case.leave-out-asked': {
    apply: (_, { reason, note, by }) => ({ procedure: { leaveOut: { reason, note, by } } }),
    staff: event => ({ reason: event.reason, note: event.note }),
  },
  'case.left-out': {
    apply: ({ procedure: { leaveOut } }, { by, at }) => ({
      procedure: {
        leaveOut: null,
        leftOut: leaveOut && { reason: leaveOut.reason, note: leaveOut.note, askedBy: leaveOut.by, by, at },
      },
    }),
    staff: event => ({ note: event.note }),
    back: (_, before) => ({ personId: before.procedure.leaveOut?.by ?? null, kind: 'relief-given' }),
  },
  'case.leave-out-refused': {
    apply: () => ({ procedure: { leaveOut: null } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.procedure.leaveOut?.by ?? null, kind: 'relief-refused' }),
  },
  'case.counted-again': {
    apply: () => ({ procedure: { leftOut: null } }),
    staff: event => ({ reason: event.reason }),
    back: (_, before) => ({ personId: before.procedure.leftOut?.askedBy ?? null, kind: 'counted-again' }),
  },
}

/** With one of the place's own reasons, and why it is so of this case in one's own words. */
export function decideAskLeaveOut(
  caseFile: CaseFile,
  by: Deciding,
  { reason, note }: { readonly reason: string; readonly note: string },
) {
  const no = blocked('ask-leave-out', caseFile, by)
  if (no) return no
  const { leaveOutReasons } = by.settings
  if (!leaveOutReasons.includes(reason)) return refuse['unknown-leave-out-reason']({ reasons: [...leaveOutReasons] })
  return { type: 'case.leave-out-asked', ...stamp(by), reason, note } satisfies CaseEvent
}

/** By somebody else than who asked. */
export function decideAnswerLeaveOut(caseFile: CaseFile, by: Deciding, answer: Answer) {
  const no = blocked('answer-leave-out', caseFile, by) ?? whyNot(answer)
  if (no) return no
  if (caseFile.procedure.leaveOut?.by === by.actor.personId) return refuse['not-your-own-request']()
  return answer.isGranted
    ? ({ type: 'case.left-out', ...stamp(by), note: answer.note } satisfies CaseEvent)
    : ({ type: 'case.leave-out-refused', ...stamp(by), reason: answer.note ?? '' } satisfies CaseEvent)
}

export function decideCountAgain(caseFile: CaseFile, by: Deciding, reason: string) {
  return (
    blocked('count-again', caseFile, by) ?? ({ type: 'case.counted-again', ...stamp(by), reason } satisfies CaseEvent)
  )
}
