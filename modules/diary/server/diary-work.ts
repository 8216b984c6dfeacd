import { placedAt } from '#platform/authz/server/visible-where.ts'
import type { Waiting, Work } from '#platform/commands/server/command.ts'
import { unsettled } from '../common/entry.ts'
import { refuse } from '../common/refusals.ts'
import { type EntryRow, type EntryWriter } from './entry-store.ts'
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

/** Tells open pages, and whose turn it is. */
export function tellOf(work: DiaryWork, entry: EntryRow): void {
  const subject = subjectOf({ entryId: entry.id })
  work.tell({ subject, permission: 'diary.read', placed: placedAt(entry) })
  work.waits(subject, waitingFor(entry))
}

/** Whoever wrote it is told what came of it, unless it was settled by the writer. */
export function tellWriter({ actor, notify }: DiaryWork, entry: EntryRow): void {
  if (entry.owner_id === actor.personId || entry.outcome === 'open') return
  const place = entry.grid_names.at(-1) ?? entry.grid_path
  const params = { place, ...(entry.case_number === null ? {} : { number: entry.case_number }) }
  notify({
    personId: entry.owner_id,
    kind: `diary-${entry.outcome}`,
    subject: subjectOf({ entryId: entry.id }),
    params,
  })
}

type Waits = Pick<EntryRow, 'outcome' | 'grid_path' | 'grid_names' | 'written_at' | 'due_at'>

/** What nobody has answered waits for whoever answers for the place; the writer has it in the own diary. */
export function waitingFor(entry: Waits): Waiting[] {
  if (entry.outcome !== 'open') return []
  const placed = { gridPath: entry.grid_path, unitId: null, postId: null, ownerId: null }
  // Where it is, and nothing of what was said: the inbox is read by people who may not open the entry.
  const item = {
    title: entry.grid_names.slice(-2).join(' › '),
    number: null,
    since: entry.written_at,
    dueAt: entry.due_at,
  }
  return [{ task: 'feedback', permission: 'diary.answer', placed, ...item, priority: 0 }]
}
