import { type Actor, can } from '#platform/authz/common/grants.ts'
import { nextAction } from '../common/actions.ts'
import type { CaseEvent, CaseFile } from '../common/case-file.ts'
import type { Priority } from '../common/priority.ts'
import type { FilingCondition } from '#modules/catalogue/common/index.ts'
import { allowedActions, objection, placedAt } from '../common/deciding.ts'
import { partOf } from '../common/procedure/all.ts'
import type { CasePage, CaseRow, Holder, Photo } from '../common/presented.ts'
import type { CaseClock } from './case-clock.ts'
import type { Names } from './names.ts'
import { maskedName, maskedPhone } from './mask.ts'
import { timelineOf } from './present-timeline.ts'
import type { Reporter } from './reporter-store.ts'

/** Domain objects become what leaves the building here, and nowhere else. */

export function presentRow(caseFile: CaseFile, actor: Actor, names: Names, clock: CaseClock): CaseRow {
  const { place, procedure } = caseFile
  const task = nextAction[caseFile.status]
  return {
    caseId: caseFile.id,
    number: caseFile.number,
    status: caseFile.status,
    source: caseFile.source,
    title: titleOf(caseFile),
    classKind: caseFile.classKind,
    classCode: caseFile.classCode,
    className: caseFile.className,
    gridPath: place.gridPath,
    gridNames: [...place.gridNames],
    noGrid: place.noGrid,
    point: place.point,
    address: place.address,
    unitId: caseFile.unitId,
    unitName: names.unit(caseFile.unitId),
    holder: holderOf(caseFile, actor, names),
    task,
    waitsForMe: task !== null && objection(task, caseFile, actor) === null,
    reworkCount: caseFile.reworkCount,
    ...clock.due(caseFile),
    level: procedure.level,
    isSimple: procedure.isSimple,
    isReturned: procedure.returnedBy !== null,
    suspendedUntil: procedure.suspendedUntil,
    foreignNumber: procedure.foreignNumber,
    photo: caseFile.photos[0]?.fileId ?? null,
    photoCount: caseFile.photos.length,
    reportedAt: caseFile.reportedAt,
    since: caseFile.since,
    version: caseFile.version,
  }
}

export interface Story {
  readonly history: readonly CaseEvent[]
  readonly reporter: Reporter | undefined
  readonly joinedHere: readonly CaseFile[]
  /** The case it was joined into, as far as the reader may see it. */
  readonly joinedInto: CaseFile | undefined
  /** The filing condition as it was when the case was filed. */
  readonly filedUnder: FilingCondition | null
  readonly priority: Priority | null
}

export function presentCase(caseFile: CaseFile, story: Story, actor: Actor, names: Names, clock: CaseClock): CasePage {
  return {
    ...presentRow(caseFile, actor, names, clock),
    timers: clock.timers(caseFile),
    procedure: presentProcedure(caseFile, actor, names, story.filedUnder),
    description: caseFile.description,
    accuracyMetres: caseFile.place.accuracyMetres,
    frame: caseFile.place.frame,
    clock: { madeAt: caseFile.madeAt, offSeconds: caseFile.clockOffSeconds },
    reporter: presentReporter(caseFile, story.reporter, actor),
    photos: photosIn(story.history),
    timeline: timelineOf(story.history, names, {
      namesStaff: seesOfficially(actor, caseFile),
      mayOpen: id => story.joinedInto?.id === id,
    }),
    joinedInto: story.joinedInto ? { caseId: story.joinedInto.id, number: story.joinedInto.number } : null,
    joinedHere: story.joinedHere.map(other => ({
      caseId: other.id,
      number: other.number,
      title: titleOf(other),
      reportedAt: other.reportedAt,
    })),
    rating: caseFile.rating,
    // How the centre orders its work is no answer to whoever reported it.
    priority: seesOfficially(actor, caseFile) ? presentPriority(story.priority) : null,
    allowed: allowedActions(caseFile, actor),
  }
}

const presentPriority = (priority: Priority | null) => priority && { ...priority, reasons: [...priority.reasons] }

const shortTitle = 30

/** A heading that is never empty. */
export function titleOf({ title, description }: CaseFile): string {
  if (title !== null) return title
  const firstLine = [...(description.split('\n')[0] ?? '')]
  return firstLine.length > shortTitle ? `${firstLine.slice(0, shortTitle).join('')}…` : firstLine.join('')
}

/** Who must do the next step. People's names only for those who see the case by their office. */
function holderOf(caseFile: CaseFile, actor: Actor, names: Names): Holder {
  const nobodyNamed = { name: null, personName: null }
  const task = nextAction[caseFile.status]
  if (task === null) return { kind: 'none', ...nobodyNamed }
  if (task === 'handle') return { kind: 'unit', name: names.unit(caseFile.unitId), personName: null }
  const post = task === 'verify' ? names.post(caseFile.postId) : null
  if (!post) return { kind: 'centre', ...nobodyNamed }
  return { kind: 'post', name: post.title, personName: seesOfficially(actor, caseFile) ? post.holderName : null }
}

/** By a grant other than having reported it: staff, who may know colleagues' names. */
export function seesOfficially(actor: Actor, caseFile: CaseFile): boolean {
  return can(actor, 'cases.read', { ...placedAt(caseFile), ownerId: null })
}

function presentProcedure(
  { procedure }: CaseFile,
  { postId }: Actor,
  names: Names,
  filedUnder: FilingCondition | null,
): CasePage['procedure'] {
  const { claimedBy, check, dispute, extension, suspension, appeal, leaveOut, leftOut } = procedure
  return {
    condition: filedUnder && {
      ...{ conditionId: filedUnder.id, version: filedUnder.version },
      ...{ condition: filedUnder.condition, closing: filedUnder.closing },
    },
    limit: procedure.limit,
    claimedBy: names.post(claimedBy)?.title ?? claimedBy,
    isClaimedByMe: claimedBy !== null && claimedBy === postId,
    isChecking: check !== null,
    checkFound: procedure.checkFound,
    assistants: procedure.assistants.map(one => ({ ...one, unitName: names.unit(one.unitId) })),
    children: [...procedure.children],
    parent: procedure.parent,
    links: [...procedure.links],
    dispute: dispute && { reason: dispute.reason },
    extension: extension && { reason: extension.reason, isApproved: extension.isApproved },
    extensionCount: procedure.extensionCount,
    suspension: suspension && { reason: suspension.reason, until: suspension.until },
    appeal: appeal && { reason: appeal.reason, isSupported: appeal.supportedBy !== null },
    leaveOut: leaveOut && { reason: leaveOut.reason, note: leaveOut.note },
    leftOut: leftOut && { reason: leftOut.reason, note: leftOut.note, at: leftOut.at },
    isExempt: procedure.isExempt,
    urgedCount: procedure.urgedCount,
    instructedCount: procedure.instructedCount,
    reopenCount: procedure.reopenCount,
  }
}

function presentReporter(caseFile: CaseFile, reporter: Reporter | undefined, actor: Actor): CasePage['reporter'] {
  const signedIn = caseFile.source === 'resident' && caseFile.ownerId !== null
  if (!reporter && !signedIn) return null
  // Whoever works on a matter may be who it is about: a department, a worker, a whole street. A masked name with the end of
  // a number is enough to know a neighbour by, so it is for those alone who may look and whose looking is on record.
  if (!can(actor, 'cases.see-reporter', placedAt(caseFile))) return null
  const maySee = reporter !== undefined
  return { name: maskedName(reporter?.name ?? null), phone: maskedPhone(reporter?.phone ?? null), signedIn, maySee }
}

function photosIn(history: readonly CaseEvent[]): Photo[] {
  return history.flatMap((event): Photo[] => {
    const { photos: role } = partOf(event)
    if (role === undefined || !('photos' in event)) return []
    return event.photos.map(fileId => ({ fileId, role, at: event.at }))
  })
}
