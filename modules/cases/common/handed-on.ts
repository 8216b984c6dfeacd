import type { EntryType, TimelineEntry } from './presented.ts'

/** With these a case goes to somebody else. */
const handOvers: readonly EntryType[] = [
  'assigned',
  'dispatched',
  'returned',
  'handled',
  'not-passed',
  'reworked',
  'reopened',
]
/** What is said meanwhile to whoever has it. */
const saidMeanwhile: readonly EntryType[] = ['urged', 'instructed']

/**
 * What whoever has the case now was told with it: the dispatcher's words, why it came back, what was done. It stands at
 * the head, since the history where it stands as well begins with the report.
 */
export function toldWithIt(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const last = timeline.findLastIndex(({ type }) => handOvers.includes(type))
  if (last < 0) return []
  return timeline
    .slice(last)
    .filter(({ type }, at) => at === 0 || saidMeanwhile.includes(type))
    .filter(entry => wordsOf(entry) !== null)
}

/** The reason, else the note. */
export function wordsOf({ reason, note }: Pick<TimelineEntry, 'reason' | 'note'>): string | null {
  return reason ?? note
}
