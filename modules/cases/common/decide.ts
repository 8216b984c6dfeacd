import type { Material } from './materials.ts'
import { type Actor, holds, nobody } from '#platform/authz/common/grants.ts'
import type { Limit } from '#platform/worktime/common/index.ts'
import type { ClassBook, ClassKind } from '#modules/catalogue/common/index.ts'
import type { CaseEvent, CaseFile, CaseSource } from './case-file.ts'
import { blocked, type Deciding, notInThisStatus, objection, stamp } from './deciding.ts'
import type { FiledUnder } from './procedure/main-path.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { refuse } from './refusals.ts'

export { allowedActions, type Deciding, objection, placedAt, staleness } from './deciding.ts'

/** Staff say how word of it came; everybody else reports as a resident. */
export function decideSource(source: CaseSource, actor: Actor) {
  const isStaff = actor.personId !== nobody.personId && actor.postId !== null && holds(actor, 'cases.report')
  return source === 'resident' || isStaff ? null : refuse['source-not-yours']({ source })
}

export function decideAccept(caseFile: CaseFile, by: Deciding) {
  return blocked('accept', caseFile, by) ?? ({ type: 'case.accepted', ...stamp(by) } satisfies CaseEvent)
}

export function decideRefuse(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('refuse', caseFile, by) ?? ({ type: 'case.refused', ...stamp(by), reason } satisfies CaseEvent)
}

/** `target` is the case it is to be joined into, as far as the actor may see it. */
export function decideJoin(caseFile: CaseFile, by: Deciding, target: CaseFile | undefined) {
  const no = blocked('join', caseFile, by)
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
  /** The filing condition that was chosen, as it is today, and the limit it gives. */
  readonly condition?: FiledUnder
  readonly limit?: Limit
}

/** What a class is called that something can be filed under today; what has become of it, when it cannot. */
export function nameForFiling(classes: ClassBook, classKind: ClassKind, classCode: string) {
  const known = classes.knows(classKind, classCode)
  if (known === false && classCode.length !== 4) return refuse['unknown-class']({ classKind, classCode })
  if (known !== true) {
    const now = known === false ? [] : [`${known} ${classes.label(classKind, known)?.['zh-CN'] ?? ''}`.trim()]
    return refuse['old-class-code']({ classKind, classCode, now })
  }
  return classes.label(classKind, classCode) ?? refuse['unknown-class']({ classKind, classCode })
}

/** `classes`: under what something can be filed today. */
export function decideFile(caseFile: CaseFile, by: Deciding, filing: Filing, classes: ClassBook) {
  const { classKind, classCode } = filing
  const no = blocked('file', caseFile, by)
  if (no) return no
  const className = nameForFiling(classes, classKind, classCode)
  if (isRefusal(className)) return className
  return { type: 'case.filed', ...stamp(by), ...filing, className } satisfies CaseEvent
}

export interface Dispatching {
  readonly unitId: string
  readonly note: string | null
  /** Units that help the host, each with a clock of its own. */
  readonly assistUnitIds?: readonly string[]
}

export function decideDispatch(caseFile: CaseFile, by: Deciding, to: Dispatching) {
  const no = blocked('dispatch', caseFile, by)
  if (no) return no
  // Back and forth without a word is how matters get lost: whoever insists says why.
  if (caseFile.procedure.returnedBy === to.unitId && to.note === null) return refuse['returned-by-that-unit']()
  if (to.assistUnitIds?.includes(to.unitId)) return refuse['helps-itself']()
  return { type: 'case.dispatched', ...stamp(by), ...to } satisfies CaseEvent
}

export function decideReturn(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('return', caseFile, by) ?? ({ type: 'case.returned', ...stamp(by), reason } satisfies CaseEvent)
}

export interface Handling {
  readonly note: string
  readonly materials?: readonly Material[]
  readonly photos: readonly string[]
  readonly verifierPostId: string | null
}

export function decideHandle(
  caseFile: CaseFile,
  by: Deciding,
  { note, materials = [], photos, verifierPostId }: Handling,
) {
  return (
    blocked('handle', caseFile, by) ??
    ({
      ...{ type: 'case.handled', ...stamp(by), note, photos, verifierPostId },
      ...(materials.length > 0 ? { materials } : {}),
    } satisfies CaseEvent)
  )
}

export interface Verifying {
  readonly passed: boolean
  readonly note: string | null
  readonly photos: readonly string[]
}

export function decideVerify(caseFile: CaseFile, by: Deciding, { passed, note, photos }: Verifying) {
  const no = blocked('verify', caseFile, by)
  if (no) return no
  // The department must be told what is still wrong.
  if (!passed && note === null) return refuse['text-missing']({ field: 'note' })
  return { type: 'case.verified', ...stamp(by), passed, note, photos } satisfies CaseEvent
}

export function decideClose(caseFile: CaseFile, by: Deciding, note: string | null) {
  return blocked('close', caseFile, by) ?? ({ type: 'case.closed', ...stamp(by), note } satisfies CaseEvent)
}

export function decideRework(caseFile: CaseFile, by: Deciding, reason: string) {
  return blocked('rework', caseFile, by) ?? ({ type: 'case.reworked', ...stamp(by), reason } satisfies CaseEvent)
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
  if (no?.code === 'cases/not-allowed') return no
  return caseFile.rating !== null ? refuse['already-rated']() : (no ?? (event satisfies CaseEvent))
}
