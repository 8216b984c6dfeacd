import { type Actor, can, holds, nobody, type Placed } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type ActionRule, type CaseAction, caseActionNames, caseActions } from './actions.ts'
import { classLabel, currentCodeFor, findClass } from './catalogue.ts'
import type { CaseEvent, CaseFile, CaseSource, ClassKind } from './case-file.ts'
import { refuse } from './refusals.ts'

/** The facts about a case that decide who may touch it. */
export function placedAt(caseFile: CaseFile): Placed {
  const { place, unitId, postId, ownerId } = caseFile
  return { gridPath: place.gridPath, unitId, postId, ownerId }
}

/** The checks every action shares: the reason it may not happen, or null. */
export function objection(action: CaseAction, caseFile: CaseFile, actor: Actor) {
  const { permission }: ActionRule = caseActions[action]
  if (!can(actor, permission, placedAt(caseFile))) return refuse['not-allowed']({ action })
  return notInThisStatus(action, caseFile)
}

function notInThisStatus(action: CaseAction, { status }: CaseFile) {
  const { from }: ActionRule = caseActions[action]
  return from.includes(status) ? null : refuse['not-in-this-status']({ action, status })
}

/** What the actor may do with the case now; buttons read this and never repeat the rule. */
export function allowedActions(caseFile: CaseFile, actor: Actor): CaseAction[] {
  const isRated = caseFile.rating !== null
  return caseActionNames.filter(
    action => objection(action, caseFile, actor) === null && !(action === 'rate' && isRated),
  )
}

/**
 * Whether the case is still what the person saw. Asked after `not-allowed`, so that nobody learns the state of a case
 * they have no business with, and before the status, so that the answer to "too late" is the same for everybody.
 */
export function staleness(caseFile: CaseFile, seenVersion: number, actor: Actor) {
  if (caseFile.version === seenVersion) return null
  const { status, version } = caseFile
  return refuse['changed-meanwhile']({ status, version, allowed: allowedActions(caseFile, actor) })
}

/** Permission, then version, then status: the order in which a person would want to hear it. */
function blocked(action: CaseAction, caseFile: CaseFile, actor: Actor, seenVersion: number) {
  const no = objection(action, caseFile, actor)
  if (no?.code === 'cases/not-allowed') return no
  return staleness(caseFile, seenVersion, actor) ?? no
}

export interface Deciding {
  readonly actor: Actor
  readonly now: Instant
  /** The version of the case that the person saw. */
  readonly seen: number
}

function stamp({ actor, now }: Deciding) {
  return { at: now, by: actor.personId, postId: actor.postId }
}

/** Staff say how word of it came; everybody else reports as a resident. */
export function decideSource(source: CaseSource, actor: Actor) {
  const isStaff = actor.personId !== nobody.personId && actor.postId !== null && holds(actor, 'cases.report')
  return source === 'resident' || isStaff ? null : refuse['source-not-yours']({ source })
}

export function decideAccept(caseFile: CaseFile, by: Deciding) {
  return blocked('accept', caseFile, by.actor, by.seen) ?? ({ type: 'case.accepted', ...stamp(by) } satisfies CaseEvent)
}

export function decideRefuse(caseFile: CaseFile, by: Deciding, reason: string) {
  return (
    blocked('refuse', caseFile, by.actor, by.seen) ??
    ({ type: 'case.refused', ...stamp(by), reason } satisfies CaseEvent)
  )
}

/** `target` is the case it is to be joined into, as far as the actor may see it. */
export function decideJoin(caseFile: CaseFile, by: Deciding, target: CaseFile | undefined) {
  const no = blocked('join', caseFile, by.actor, by.seen)
  if (no) return no
  if (!target) return refuse['no-such-target']()
  if (target.id === caseFile.id) return refuse['joins-itself']()
  // A refused or joined case leads nowhere; a closed one still tells the reporter how it went.
  if (target.status === 'refused' || target.status === 'joined') {
    return refuse['target-ended']({ number: target.number, status: target.status })
  }
  return { type: 'case.joined', ...stamp(by), into: target.id, intoNumber: target.number } satisfies CaseEvent
}

export interface Filing {
  readonly classKind: ClassKind
  readonly classCode: string
  readonly title: string | null
}

export function decideFile(caseFile: CaseFile, by: Deciding, { classKind, classCode, title }: Filing) {
  const no = blocked('file', caseFile, by.actor, by.seen)
  if (no) return no
  if (classCode.length === 4) {
    const code = currentCodeFor(classKind, classCode)
    const now = code === null ? [] : [`${code} ${classLabel(classKind, code)?.['zh-CN'] ?? ''}`.trim()]
    return refuse['old-class-code']({ classKind, classCode, now })
  }
  if (!findClass(classKind, classCode)) return refuse['unknown-class']({ classKind, classCode })
  return { type: 'case.filed', ...stamp(by), classKind, classCode, title } satisfies CaseEvent
}

export function decideDispatch(caseFile: CaseFile, by: Deciding, to: { unitId: string; note: string | null }) {
  return (
    blocked('dispatch', caseFile, by.actor, by.seen) ??
    ({ type: 'case.dispatched', ...stamp(by), unitId: to.unitId, note: to.note } satisfies CaseEvent)
  )
}

export function decideReturn(caseFile: CaseFile, by: Deciding, reason: string) {
  return (
    blocked('return', caseFile, by.actor, by.seen) ??
    ({ type: 'case.returned', ...stamp(by), reason } satisfies CaseEvent)
  )
}

export interface Handling {
  readonly note: string
  readonly photos: readonly string[]
  readonly verifierPostId: string | null
}

export function decideHandle(caseFile: CaseFile, by: Deciding, { note, photos, verifierPostId }: Handling) {
  return (
    blocked('handle', caseFile, by.actor, by.seen) ??
    ({ type: 'case.handled', ...stamp(by), note, photos, verifierPostId } satisfies CaseEvent)
  )
}

export interface Verifying {
  readonly passed: boolean
  readonly note: string | null
  readonly photos: readonly string[]
}

export function decideVerify(caseFile: CaseFile, by: Deciding, { passed, note, photos }: Verifying) {
  const no = blocked('verify', caseFile, by.actor, by.seen)
  if (no) return no
  // The department must be told what is still wrong.
  if (!passed && note === null) return refuse['text-missing']({ field: 'note' })
  return { type: 'case.verified', ...stamp(by), passed, note, photos } satisfies CaseEvent
}

export function decideClose(caseFile: CaseFile, by: Deciding, note: string | null) {
  return (
    blocked('close', caseFile, by.actor, by.seen) ?? ({ type: 'case.closed', ...stamp(by), note } satisfies CaseEvent)
  )
}

export function decideRework(caseFile: CaseFile, by: Deciding, reason: string) {
  return (
    blocked('rework', caseFile, by.actor, by.seen) ??
    ({ type: 'case.reworked', ...stamp(by), reason } satisfies CaseEvent)
  )
}

export interface RatingGiven {
  readonly stars: number
  readonly solved: boolean
  readonly comment: string | null
}

/**
 * `isReporter`: known to be so by the follow code, or as owner of a report that was joined into this case. No version:
 * a rating overwrites nothing.
 */
export function decideRate(caseFile: CaseFile, by: Omit<Deciding, 'seen'>, rating: RatingGiven, isReporter: boolean) {
  const no = isReporter ? notInThisStatus('rate', caseFile) : objection('rate', caseFile, by.actor)
  const event = { type: 'case.rated', at: by.now, by: by.actor.personId, postId: by.actor.postId, ...rating } as const
  return no ?? (caseFile.rating === null ? (event satisfies CaseEvent) : refuse['already-rated']())
}
