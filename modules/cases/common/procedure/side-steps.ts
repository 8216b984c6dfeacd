import type { EventParts, Happened } from './event-part.ts'
import { withPhotos } from './main-path.ts'
import type { BothNames, ClassKind } from '#modules/catalogue/common/index.ts'
import { blocked, type Deciding, stamp } from '../deciding.ts'
import type { CaseEvent, CaseFile } from '../case-file.ts'
import { refuse } from '../refusals.ts'

/** The pool and its claims, the check before filing, the simple case, helpers of the host, parts and links. */
export type SideEvent =
  | (Happened & { readonly type: 'case.claimed' })
  | (Happened & { readonly type: 'case.released' })
  /** Given to a post: by the duty chief, or by the clock when nobody claimed it. */
  | (Happened & { readonly type: 'case.assigned'; readonly toPostId: string })
  | (Happened & {
      readonly type: 'case.check-asked'
      readonly checkerPostId: string | null
      readonly note: string | null
    })
  | (Happened & {
      readonly type: 'case.check-reported'
      readonly isTrue: boolean
      readonly note: string
      readonly photos: readonly string[]
    })
  | (Happened & {
      readonly type: 'case.handled-on-spot'
      readonly classKind: ClassKind
      readonly classCode: string
      readonly className: BothNames
      readonly note: string
      readonly photos: readonly string[]
    })
  | (Happened & { readonly type: 'case.assist-done'; readonly unitId: string; readonly note: string })
  | (Happened & {
      readonly type: 'case.split'
      readonly children: readonly { readonly caseId: string; readonly number: string }[]
    })
  | (Happened & { readonly type: 'case.linked'; readonly other: string; readonly otherNumber: string })
  | (Happened & { readonly type: 'case.unlinked'; readonly other: string; readonly otherNumber: string })
  /** The verifier's post fell vacant, or its time ran out: somebody else is asked. */
  | (Happened & { readonly type: 'case.verifier-asked'; readonly verifierPostId: string | null })
  /** The grids were redrawn while it was open: it goes with the ground that it lies on. */
  | (Happened & {
      readonly type: 'case.grid-moved'
      readonly gridPath: string
      readonly gridNames: readonly string[]
      /** What the grid was called, and under which change of grids it moved. */
      readonly fromName: string
      readonly changeName: string
    })

export const sideParts: EventParts<SideEvent> = {
  'case.claimed': { apply: (_, { postId }) => ({ procedure: { claimedBy: postId } }), staff: () => ({}) },
  'case.released': { apply: () => ({ procedure: { claimedBy: null } }), staff: () => ({}) },
  'case.assigned': {
    apply: (_, { toPostId }) => ({ procedure: { claimedBy: toPostId } }),
    staff: (event, names) => ({ to: names.post(event.toPostId)?.title ?? null }),
    postIds: event => [event.toPostId],
  },
  'case.check-asked': {
    apply: (_, { checkerPostId, at }) => ({ procedure: { check: { postId: checkerPostId, askedAt: at } } }),
    staff: (event, names) => ({ note: event.note, to: names.post(event.checkerPostId)?.title ?? null }),
    reporter: () => ({ step: 'looked-at', role: 'grid-worker' }),
    news: () => 'looked-at',
    postIds: event => [event.checkerPostId],
  },
  'case.check-reported': {
    apply: (before, event) => ({
      photos: withPhotos(before, event.photos, 'verify'),
      procedure: { check: null, checkFound: event.isTrue },
    }),
    staff: event => ({
      type: event.isTrue ? 'check-reported' : 'check-not-found',
      note: event.note,
      photos: [...event.photos],
    }),
    photos: 'verify',
  },
  'case.handled-on-spot': {
    apply: (before, { classKind, classCode, className, by, at, photos }) => ({
      status: 'closed',
      classKind,
      classCode,
      className,
      handledBy: by,
      photos: withPhotos(before, photos, 'after'),
      procedure: { isSimple: true, closedAt: at },
    }),
    staff: event => ({
      note: event.note,
      photos: [...event.photos],
      className: event.className,
    }),
    reporter: event => ({ step: 'closed', role: 'grid-worker', text: event.note, photos: event.photos }),
    news: () => 'closed',
    photos: 'after',
  },
  'case.assist-done': {
    apply: (before, { unitId }) => ({
      procedure: {
        assistants: before.procedure.assistants.map(one => (one.unitId === unitId ? { unitId, isDone: true } : one)),
      },
    }),
    staff: (event, names) => ({ note: event.note, to: names.unit(event.unitId) }),
    unitIds: event => [event.unitId],
  },
  'case.split': {
    apply: (before, { children }) => ({ procedure: { children: [...before.procedure.children, ...children] } }),
    staff: event => ({ note: event.children.map(child => child.number).join('、') }),
  },
  'case.linked': {
    apply: (before, { other, otherNumber }) => ({
      procedure: { links: [...before.procedure.links, { caseId: other, number: otherNumber }] },
    }),
    staff: event => ({ note: event.otherNumber }),
  },
  'case.unlinked': {
    apply: (before, { other }) => ({
      procedure: { links: before.procedure.links.filter(link => link.caseId !== other) },
    }),
    staff: event => ({ note: event.otherNumber }),
  },
  'case.verifier-asked': {
    apply: (_, { verifierPostId }) => ({ postId: verifierPostId }),
    staff: (event, names) => ({ to: names.post(event.verifierPostId)?.title ?? null }),
    postIds: event => [event.verifierPostId],
  },
  'case.grid-moved': {
    apply: (before, { gridPath, gridNames }) => ({
      place: { ...before.place, gridPath, gridNames, noGrid: false },
      procedure: { workPath: sameLevel(before.procedure.workPath, gridPath) },
    }),
    staff: event => ({ note: `${event.fromName} → ${event.gridNames.at(-1) ?? ''}（${event.changeName}）` }),
  },
}

/** Whoever worked on it at a level works on it at that level of the new path. */
const sameLevel = (workPath: string | null, gridPath: string): string | null =>
  workPath === null ? null : gridPath.split('.').slice(0, workPath.split('.').length).join('.')

export function decideClaim(caseFile: CaseFile, by: Deciding) {
  return blocked('claim', caseFile, by) ?? ({ type: 'case.claimed', ...stamp(by) } satisfies CaseEvent)
}

export function decideRelease(caseFile: CaseFile, by: Deciding) {
  return blocked('release', caseFile, by) ?? ({ type: 'case.released', ...stamp(by) } satisfies CaseEvent)
}

export function decideAssign(caseFile: CaseFile, by: Deciding, toPostId: string) {
  return blocked('assign', caseFile, by) ?? ({ type: 'case.assigned', ...stamp(by), toPostId } satisfies CaseEvent)
}

export function decideAskCheck(
  caseFile: CaseFile,
  by: Deciding,
  to: { checkerPostId: string | null; note: string | null },
) {
  const no = blocked('ask-check', caseFile, by)
  if (no) return no
  // A question that nobody is asked would hold the case up for ever.
  if (to.checkerPostId === null) return refuse['nobody-to-check']()
  return { type: 'case.check-asked', ...stamp(by), ...to } satisfies CaseEvent
}

export interface CheckFound {
  readonly isTrue: boolean
  readonly note: string
  readonly photos: readonly string[]
}

export function decideReportCheck(caseFile: CaseFile, by: Deciding, found: CheckFound) {
  return (
    blocked('report-check', caseFile, by) ??
    ({ type: 'case.check-reported', ...stamp(by), ...found } satisfies CaseEvent)
  )
}

export interface OnSpot {
  readonly classKind: ClassKind
  readonly classCode: string
  readonly className: BothNames
  readonly note: string
  readonly photos: readonly string[]
}

/** Both photos are what stands in for the verification that a simple case does without. */
export function decideHandleOnSpot(caseFile: CaseFile, by: Deciding, done: OnSpot) {
  const no = blocked('handle-on-spot', caseFile, by)
  if (no) return no
  if (done.photos.length === 0 || caseFile.photos.length === 0) return refuse['photos-before-and-after']()
  return { type: 'case.handled-on-spot', ...stamp(by), ...done } satisfies CaseEvent
}

export function decideAssistDone(caseFile: CaseFile, by: Deciding, note: string) {
  const no = blocked('assist-done', caseFile, by)
  if (no) return no
  const open = caseFile.procedure.assistants.filter(one => !one.isDone)
  const own = open.find(one => one.unitId === by.actor.unitId) ?? open[0]
  if (!own) return refuse['not-in-this-status']({ action: 'assist-done', status: caseFile.status })
  return { type: 'case.assist-done', ...stamp(by), unitId: own.unitId, note } satisfies CaseEvent
}

export function decideSplit(caseFile: CaseFile, by: Deciding, children: readonly { caseId: string; number: string }[]) {
  return blocked('split', caseFile, by) ?? ({ type: 'case.split', ...stamp(by), children } satisfies CaseEvent)
}

/** `target` is the other case, as far as the actor may see it. */
export function decideLink(caseFile: CaseFile, by: Deciding, target: CaseFile | undefined) {
  const no = blocked('link', caseFile, by)
  if (no) return no
  if (!target) return refuse['no-such-target']()
  if (target.id === caseFile.id) return refuse['joins-itself']()
  if (caseFile.procedure.links.some(link => link.caseId === target.id)) return refuse['already-linked']()
  return { type: 'case.linked', ...stamp(by), other: target.id, otherNumber: target.number } satisfies CaseEvent
}

export function decideUnlink(caseFile: CaseFile, by: Deciding, other: string) {
  const no = blocked('unlink', caseFile, by)
  if (no) return no
  const link = caseFile.procedure.links.find(one => one.caseId === other)
  if (!link) return refuse['no-such-target']()
  return { type: 'case.unlinked', ...stamp(by), other, otherNumber: link.number } satisfies CaseEvent
}

export function decideAskVerifier(caseFile: CaseFile, by: Deciding, verifierPostId: string | null) {
  const no = blocked('ask-verifier', caseFile, by)
  if (no) return no
  if (verifierPostId === null) return refuse['nobody-to-check']()
  return { type: 'case.verifier-asked', ...stamp(by), verifierPostId } satisfies CaseEvent
}
