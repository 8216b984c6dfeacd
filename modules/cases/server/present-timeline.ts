import { unreachable } from '#platform/kernel/common/unreachable.ts'
import type { CaseEvent } from '../common/case-file.ts'
import { classLabel } from '../common/catalogue.ts'
import type { EntryType, TimelineEntry } from '../common/presented.ts'
import type { Names } from './names.ts'

export interface Reading {
  /** Whether the reader may know which colleague did what. */
  readonly namesStaff: boolean
  /** Whether the reader may open another case that is mentioned. */
  readonly mayOpen: (caseId: string) => boolean
}

/** The history as people read it, oldest first. */
export function timelineOf(history: readonly CaseEvent[], names: Names, reading: Reading): TimelineEntry[] {
  return history.map((event, i) => ({
    version: i + 1,
    at: event.at,
    by: byWhom(event, names, reading),
    ...nothingElse,
    ...tellingOf(event, names, reading),
  }))
}

const nothingElse = {
  reason: null,
  note: null,
  photos: [],
  to: null,
  className: null,
  into: null,
  rating: null,
} satisfies Partial<TimelineEntry>

type Telling = { readonly type: EntryType } & Partial<TimelineEntry>

function tellingOf(event: CaseEvent, names: Names, { mayOpen }: Reading): Telling {
  switch (event.type) {
    case 'case.reported':
      return { type: 'reported', photos: [...event.photos] }
    case 'case.accepted':
      return { type: 'accepted' }
    case 'case.refused':
      return { type: 'refused', reason: event.reason }
    case 'case.joined':
      return { type: 'joined', into: mayOpen(event.into) ? { caseId: event.into, number: event.intoNumber } : null }
    case 'case.filed':
      return { type: 'filed', className: classLabel(event.classKind, event.classCode) }
    case 'case.dispatched':
      return { type: 'dispatched', to: names.unit(event.unitId), note: event.note }
    case 'case.returned':
      return { type: 'returned', reason: event.reason }
    case 'case.handled': {
      const to = names.post(event.verifierPostId)?.title ?? null
      return { type: 'handled', note: event.note, photos: [...event.photos], to }
    }
    case 'case.verified': {
      const photos = [...event.photos]
      return event.passed
        ? { type: 'verified', note: event.note, photos }
        : { type: 'not-passed', reason: event.note, photos }
    }
    case 'case.closed':
      return { type: 'closed', note: event.note }
    case 'case.reworked':
      return { type: 'reworked', reason: event.reason }
    case 'case.rated':
      return { type: 'rated', note: event.comment, rating: { stars: event.stars, solved: event.solved } }
    default:
      return unreachable(event)
  }
}

/** Residents have no post and are never named: their name is behind `cases.see-reporter`. */
function byWhom(event: CaseEvent, names: Names, { namesStaff }: Reading): TimelineEntry['by'] {
  if (event.postId === null) return { kind: 'resident', personName: null, postTitle: null, unitName: null }
  const post = names.post(event.postId)
  return {
    kind: 'staff',
    personName: namesStaff ? names.person(event.by) : null,
    postTitle: post?.title ?? null,
    unitName: post?.unitName ?? null,
  }
}
