import { nobody } from '#platform/authz/common/grants.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { CaseEvent, CaseFile, CasePhoto, CaseReported, PhotoRole } from './case-file.ts'

/** The case as it stands after `events`, oldest first. */
export function reduceCase(events: readonly CaseEvent[]): CaseFile {
  const [first, ...rest] = events
  if (first?.type !== 'case.reported') throw new Error('a case begins with case.reported')
  return rest.reduce(applyCaseEvent, beginCase(first))
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
    unitId: null,
    postId: null,
    ownerId: event.by === nobody.personId ? null : event.by,
    dispatchedBy: null,
    handledBy: null,
    photos: photosOf(event.photos, 'before'),
    reworkCount: 0,
    joinedInto: null,
    rating: null,
    madeAt: event.madeAt,
    clockOffSeconds: event.clockOffSeconds,
    reportedAt: event.at,
    since: event.at,
    version: 1,
  }
}

export function applyCaseEvent(before: CaseFile, event: CaseEvent): CaseFile {
  const next = { ...before, version: before.version + 1, since: event.at }
  switch (event.type) {
    case 'case.reported':
      throw new Error('a case is reported once')
    case 'case.accepted':
      return { ...next, status: 'accepted' }
    case 'case.refused':
      return { ...next, status: 'refused' }
    case 'case.joined':
      return { ...next, status: 'joined', joinedInto: { caseId: event.into, number: event.intoNumber } }
    case 'case.filed': {
      const { classKind, classCode } = event
      return { ...next, status: 'filed', classKind, classCode, title: event.title ?? before.title }
    }
    case 'case.dispatched':
      return { ...next, status: 'dispatched', unitId: event.unitId, dispatchedBy: event.by }
    case 'case.returned':
      return { ...next, status: 'filed', unitId: null }
    case 'case.handled': {
      const photos = [...before.photos, ...photosOf(event.photos, 'after')]
      return { ...next, status: 'handled', postId: event.verifierPostId, handledBy: event.by, photos }
    }
    case 'case.verified': {
      const photos = [...before.photos, ...photosOf(event.photos, 'verify')]
      return event.passed
        ? { ...next, status: 'verified', photos }
        : { ...next, status: 'dispatched', photos, reworkCount: before.reworkCount + 1 }
    }
    case 'case.closed':
      return { ...next, status: 'closed' }
    case 'case.reworked':
      return { ...next, status: 'dispatched', reworkCount: before.reworkCount + 1 }
    case 'case.rated': {
      const { stars, solved, comment } = event
      // Rating changes nothing about where the case stands, so neither does the time it came there.
      return { ...next, since: before.since, rating: { stars, solved, comment } }
    }
    default:
      return unreachable(event)
  }
}

function photosOf(fileIds: readonly string[], role: PhotoRole): CasePhoto[] {
  return fileIds.map(fileId => ({ fileId, role }))
}
