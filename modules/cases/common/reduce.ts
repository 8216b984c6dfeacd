import { nobody } from '#platform/authz/common/grants.ts'
import { type CaseEvent, type CaseFile, type CaseReported, isEnded, type Procedure } from './case-file.ts'
import { partOf } from './procedure/all.ts'
import { timersAfter } from './procedure/timers.ts'

/** The case as it stands after `events`, oldest first. */
export function reduceCase(events: readonly CaseEvent[]): CaseFile {
  const [first, ...rest] = events
  if (first?.type !== 'case.reported') throw new Error('a case begins with case.reported')
  return rest.reduce(applyCaseEvent, beginCase(first))
}

/** Nothing of the procedure has happened yet. */
export const procedureAtStart: Procedure = {
  condition: null,
  limit: null,
  registeredBy: null,
  claimedBy: null,
  check: null,
  checkFound: null,
  assistants: [],
  children: [],
  parent: null,
  links: [],
  returnedBy: null,
  dispute: null,
  ruledFor: null,
  extension: null,
  extensionCount: 0,
  suspension: null,
  suspendedUntil: null,
  suspensionCount: 0,
  appeal: null,
  hasAppealed: false,
  isExempt: false,
  leaveOut: null,
  leftOut: null,
  isSimple: false,
  isForced: false,
  closedAt: null,
  reopenCount: 0,
  urgedCount: 0,
  instructedCount: 0,
  level: 'community',
  workPath: null,
  foreignNumber: null,
  timers: [],
}

/** A case as it is born. */
export function beginCase(event: CaseReported): CaseFile {
  return {
    id: event.caseId,
    number: event.number,
    status: 'reported',
    source: event.source,
    title: event.title,
    description: event.description,
    place: event.place,
    classKind: null,
    classCode: null,
    className: null,
    unitId: null,
    postId: null,
    ownerId: event.by === nobody.personId ? null : event.by,
    dispatchedBy: null,
    handledBy: null,
    photos: event.photos.map(fileId => ({ fileId, role: 'before' })),
    reworkCount: 0,
    joinedInto: null,
    rating: null,
    madeAt: event.madeAt,
    clockOffSeconds: event.clockOffSeconds,
    reportedAt: event.at,
    since: event.at,
    version: 1,
    procedure: {
      ...procedureAtStart,
      foreignNumber: event.foreignNumber ?? null,
      parent: event.parent ?? null,
      timers: (event.starts ?? []).map(start => ({ ...start, startedAt: event.at, marks: [] })),
    },
  }
}

/** With the case, whatever was still asked about it is over. */
const questionsOver: Partial<Procedure> = {
  check: null,
  dispute: null,
  extension: null,
  suspension: null,
  suspendedUntil: null,
  claimedBy: null,
}

export function applyCaseEvent(before: CaseFile, event: CaseEvent): CaseFile {
  const { procedure, ...changed } = partOf(event).apply(before, event)
  const status = changed.status ?? before.status
  const ending = isEnded(status) && !isEnded(before.status) ? questionsOver : {}
  const after: CaseFile = {
    ...before,
    ...changed,
    procedure: { ...before.procedure, ...ending, ...procedure },
    version: before.version + 1,
    since: status === before.status ? before.since : event.at,
  }
  const timers = timersAfter(before, after, event)
  return { ...after, procedure: { ...after.procedure, timers } }
}
