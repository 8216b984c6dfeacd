import type { Insertable, Transaction } from 'kysely'
import type { Waiting } from '#platform/commands/server/command.ts'
import type { InboxTables } from '#platform/inbox/server/inbox-store.ts'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { wordsColumn } from '#platform/search/server/words.ts'
import { type DiarySettings, type EntryKind, type EntryWay, feedbackDue } from '../common/entry.ts'
import { aboutOf, waitingFor } from './diary-work.ts'
import type { DiaryTables } from './tables.ts'

/** An entry with how it was answered, as it comes from elsewhere. */
export interface LoadedEntry {
  readonly entryId: string
  readonly writtenAt: Instant
  readonly writerId: string
  readonly postId: string
  readonly unitId: string
  readonly kind: EntryKind
  readonly way: EntryWay
  readonly text: string
  readonly person: string | null
  readonly gridPath: string
  readonly gridNames: readonly string[]
  readonly address: string | null
  readonly feedback?: {
    readonly at: Instant
    readonly byId: string
    readonly postId: string | null
    readonly outcome: 'answered' | 'watched'
    readonly text: string
  }
}

/**
 * Writes entries with their answers at once: for the made-up town and for moving in from another system. What is not
 * answered waits in the inbox, as if it had been written here.
 */
export async function addEntries(
  tx: Transaction<unknown>,
  { secrets, settings }: { readonly secrets: SecretBox; readonly settings: DiarySettings },
  entries: readonly LoadedEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const own = tx as unknown as Transaction<DiaryTables>
  const rows = entries.map(({ entryId, feedback, person, ...entry }) => ({
    ...{ id: entryId, written_at: entry.writtenAt, kind: entry.kind, way: entry.way, text: entry.text },
    ...{ owner_id: entry.writerId, post_id: entry.postId, unit_id: entry.unitId, address: entry.address },
    person_sealed: person === null ? null : secrets.seal(person, aboutOf(entryId)),
    ...{ lon: null, lat: null, grid_path: entry.gridPath, grid_names: [...entry.gridNames] },
    ...{ outcome: feedback?.outcome ?? ('open' as const), first_feedback_at: feedback?.at ?? null },
    ...{ due_at: feedbackDue(entry.writtenAt, settings), case_id: null, case_number: null, order_number: null },
    words: wordsColumn([entry.text, entry.address]) as never,
  }))
  await own.insertInto('diary.entry').values(rows).execute()
  const answers = entries.flatMap(({ entryId, feedback }) =>
    feedback
      ? [
          {
            ...{ entry_id: entryId, serial: 1, at: feedback.at, by_id: feedback.byId, post_id: feedback.postId },
            ...{ outcome: feedback.outcome, text: feedback.text },
          },
        ]
      : [],
  )
  if (answers.length > 0) await own.insertInto('diary.feedback').values(answers).execute()
  const waiting = rows.flatMap(row => waitingFor(row).map(item => ({ row, item })))
  if (waiting.length === 0) return
  await (tx as unknown as Transaction<InboxTables>)
    .insertInto('inbox.item')
    .values(waiting.map(({ row, item }) => inboxRow(row.id, item)))
    .execute()
}

function inboxRow(entryId: string, { placed, dueAt, ...item }: Waiting): Insertable<InboxTables['inbox.item']> {
  const at = { grid_path: placed.gridPath, unit_id: placed.unitId, post_id: placed.postId, owner_id: placed.ownerId }
  const row = { subject_kind: 'diary-entry', subject_id: entryId, ...item, due_at: dueAt, ...at }
  // The prefixes of the path are worked out by the database.
  return row as Insertable<InboxTables['inbox.item']>
}
