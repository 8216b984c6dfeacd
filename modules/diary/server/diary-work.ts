import type { Work } from '#platform/commands/server/command.ts'
import { unsettled } from '../common/entry.ts'
import { refuse } from '../common/refusals.ts'
import { type EntryRow, type EntryWriter, placedAt } from './entry-store.ts'
import type { DiaryTables } from './tables.ts'

export type DiaryWork = Work<DiaryTables>
export const subjectOf = ({ entryId }: { readonly entryId: string }) => ({ kind: 'diary-entry', id: entryId })
/** Binds a sealed name to its entry, so that rows cannot be swapped. */
export const aboutOf = (entryId: string) => `diary.entry person ${entryId}`

/** The entry, held and not settled yet, or why not. */
export async function unsettledEntry(entries: EntryWriter, entryId: string) {
  const entry = await entries.take(entryId, 'diary.answer')
  if (!entry) return refuse['no-such-entry']()
  return unsettled.includes(entry.outcome) ? entry : refuse['entry-settled']()
}

/** Tells open pages, and whose turn it is: an entry that nobody has answered waits until its day is over, and after. */
export function tellOf(work: DiaryWork, entry: EntryRow): void {
  const subject = subjectOf({ entryId: entry.id })
  const placed = placedAt(entry)
  work.tell({ subject, permission: 'diary.read', placed })
  const since = entry.written_at
  // Where it is, and nothing of what was said: the inbox is read by people who may not open the entry.
  const item = { title: entry.grid_names.join(' › '), number: null, since, dueAt: entry.due_at, priority: 0 }
  work.waits(
    subject,
    entry.outcome === 'open' ? [{ task: 'feedback', permission: 'diary.answer', placed, ...item }] : [],
  )
}
