import type { CaseEvent } from '../common/case-file.ts'
import type { EntryType, TimelineEntry } from '../common/presented.ts'
import { partOf } from '../common/procedure/all.ts'
import type { Names } from './names.ts'

export interface Reading {
  /** Whether the reader may know which colleague did what. */
  readonly namesStaff: boolean
  /** Whether the reader may open another case that is mentioned. */
  readonly mayOpen: (caseId: string) => boolean
}

/** The history as people read it, oldest first. */
export function timelineOf(history: readonly CaseEvent[], names: Names, reading: Reading): TimelineEntry[] {
  const machine = machineIn(history)
  return history.map((event, i) => {
    const { into = null, ...telling } = partOf(event).staff(event, names)
    return {
      version: i + 1,
      at: event.at,
      // Every event has a word of its own in the list; the tests hold the two against each other.
      type: event.type.slice('case.'.length) as EntryType,
      by: byWhom(event, machine, names, reading),
      ...nothingElse,
      ...telling,
      into: into && reading.mayOpen(into.caseId) ? into : null,
    }
  })
}

const nothingElse = {
  reason: null,
  note: null,
  materials: [],
  photos: [],
  to: null,
  className: null,
  rating: null,
  until: null,
} satisfies Partial<TimelineEntry>

/** The machine that reported a case by itself; it has no post and is no resident. */
function machineIn([first]: readonly CaseEvent[]): string | null {
  const machines: readonly string[] = ['sensor', 'video', 'superior', 'media']
  return first?.type === 'case.reported' && first.postId === null && machines.includes(first.source) ? first.by : null
}

/** Residents have no post and are never named: their name is behind `cases.see-reporter`. */
function byWhom(event: CaseEvent, machine: string | null, names: Names, { namesStaff }: Reading): TimelineEntry['by'] {
  // The clock is nobody's and no resident either.
  if (event.by === 'clock') return { kind: 'staff', personName: null, postTitle: null, unitName: null }
  if (event.by === machine) {
    return { kind: 'staff', personName: namesStaff ? names.person(event.by) : null, postTitle: null, unitName: null }
  }
  if (event.postId === null) return { kind: 'resident', personName: null, postTitle: null, unitName: null }
  const post = names.post(event.postId)
  return {
    kind: 'staff',
    personName: namesStaff ? names.person(event.by) : null,
    postTitle: post?.title ?? null,
    unitName: post?.unitName ?? null,
  }
}
