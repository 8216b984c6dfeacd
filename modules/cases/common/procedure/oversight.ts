import { millisecondsOf } from '#platform/kernel/common/instant.ts'
import { type CaseEvent, type CaseFile, type CaseLevel, caseLevels } from '../case-file.ts'
import { blocked, type Deciding, notInThisStatus, objection, stamp } from '../deciding.ts'
import { refuse } from '../refusals.ts'
import type { EventParts, Happened } from './event-part.ts'

/** What comes from above, from beside, or from the reporter after the end. */
export type OversightEvent =
  | (Happened & { readonly type: 'case.urged'; readonly note: string })
  | (Happened & { readonly type: 'case.instructed'; readonly note: string })
  | (Happened & { readonly type: 'case.voided'; readonly reason: string })
  | (Happened & { readonly type: 'case.force-closed'; readonly reason: string })
  | (Happened & { readonly type: 'case.reopened'; readonly reason: string })
  | (Happened & {
      readonly type: 'case.raised'
      readonly level: CaseLevel
      readonly workPath: string | null
      readonly reason: string
    })
  | (Happened & {
      readonly type: 'case.assigned-down'
      readonly level: CaseLevel
      readonly workPath: string | null
      readonly reason: string
    })
  /** Something of a higher module about this case: an order, a call-back. */
  | (Happened & {
      readonly type: 'case.noted'
      readonly kind: string
      readonly note: string
      readonly ref: string | null
    })

export const oversightParts: EventParts<OversightEvent> = {
  'case.urged': {
    apply: before => ({ procedure: { urgedCount: before.procedure.urgedCount + 1 } }),
    staff: event => ({ note: event.note }),
    back: (_, before) => ({ personId: before.handledBy ?? before.dispatchedBy, kind: 'urged' }),
  },
  'case.instructed': {
    apply: before => ({ procedure: { instructedCount: before.procedure.instructedCount + 1 } }),
    staff: event => ({ note: event.note }),
    back: (_, before) => ({ personId: before.dispatchedBy, kind: 'instructed' }),
  },
  'case.voided': {
    apply: () => ({ status: 'voided' }),
    staff: event => ({ reason: event.reason }),
    reporter: event => ({ step: 'voided', role: 'duty-chief', text: event.reason }),
    news: () => 'voided',
  },
  'case.force-closed': {
    apply: (_, { at }) => ({
      status: 'closed',
      procedure: { closedAt: at, isForced: true },
    }),
    staff: event => ({ reason: event.reason }),
    reporter: event => ({ step: 'closed', role: 'duty-chief', text: event.reason }),
    news: () => 'closed',
  },
  'case.reopened': {
    // To whoever dispatches: the same department may be the wrong one.
    apply: before => ({
      status: 'filed',
      unitId: null,
      rating: null,
      procedure: {
        reopenCount: before.procedure.reopenCount + 1,
        closedAt: null,
        isForced: false,
        appeal: null,
        assistants: [],
      },
    }),
    staff: event => ({ reason: event.reason }),
    reporter: () => ({ step: 'reopened', role: 'reporter' }),
    back: (_, before) => ({ personId: before.dispatchedBy, kind: 'reopened' }),
  },
  'case.raised': {
    apply: (_, { level, workPath }) => ({ procedure: { level, workPath, claimedBy: null } }),
    staff: event => ({ reason: event.reason }),
    reporter: () => ({ step: 'raised', role: 'acceptor' }),
    news: () => 'raised',
  },
  'case.assigned-down': {
    apply: (_, { level, workPath }) => ({ procedure: { level, workPath, claimedBy: null } }),
    staff: event => ({ reason: event.reason }),
  },
  'case.noted': { apply: () => ({}), staff: event => ({ note: event.note }) },
}

export function decideUrge(caseFile: CaseFile, by: Deciding, note: string) {
  return blocked('urge', caseFile, by) ?? ({ type: 'case.urged', ...stamp(by), note } satisfies CaseEvent)
}

export function decideInstruct(caseFile: CaseFile, by: Deciding, note: string) {
  return blocked('instruct', caseFile, by) ?? ({ type: 'case.instructed', ...stamp(by), note } satisfies CaseEvent)
}

export function decideVoid(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('void', caseFile, by) ?? ({ type: 'case.voided', ...stamp(by), reason } satisfies CaseEvent)
}

export function decideForceClose(caseFile: CaseFile, by: Deciding, reason: string) {
  return (
    blocked('force-close', caseFile, by) ?? ({ type: 'case.force-closed', ...stamp(by), reason } satisfies CaseEvent)
  )
}

/** By the reporter, signed in or by the follow code (`isReporter`), within the window. */
export function decideReopen(caseFile: CaseFile, by: Omit<Deciding, 'seen'>, reason: string, isReporter: boolean) {
  const no = isReporter ? notInThisStatus('reopen', caseFile) : objection('reopen', caseFile, by.actor)
  if (no) return no
  const { closedAt } = caseFile.procedure
  const days = by.settings.reopenDays
  if (closedAt === null || millisecondsOf(by.now) - millisecondsOf(closedAt) > days * 86_400_000)
    return refuse['reopen-window-over']({ days })
  return { type: 'case.reopened', ...stamp(by), reason } satisfies CaseEvent
}

/** Upward: only a post that stands at the new level, or above, does the centre's steps from then on. */
export function decideRaise(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('raise', caseFile, by) ?? moved('case.raised', caseFile, by, 1, reason)
}

export function decideAssignDown(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('assign-down', caseFile, by) ?? moved('case.assigned-down', caseFile, by, -1, reason)
}

function moved(
  type: 'case.raised' | 'case.assigned-down',
  caseFile: CaseFile,
  by: Deciding,
  step: number,
  reason: string,
) {
  const level = caseLevels[caseLevels.indexOf(caseFile.procedure.level) + step]
  if (level === undefined) return refuse['no-such-level']()
  return {
    type,
    ...stamp(by),
    level,
    workPath: workPathAt(caseFile, level, by.settings.levelDepths),
    reason,
  } satisfies CaseEvent
}

/** The part of the path that stands for the level; null is above every grid, so only who acts everywhere acts there. */
function workPathAt(
  { place }: CaseFile,
  level: CaseLevel,
  depths: Readonly<Record<CaseLevel, number | null>>,
): string | null {
  const depth = depths[level]
  if (depth === null) return place.gridPath
  return depth === 0 ? null : place.gridPath.split('.').slice(0, depth).join('.')
}
