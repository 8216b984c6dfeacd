import type { Insertable, Transaction } from 'kysely'
import type { InboxTables } from '#platform/inbox/server/inbox-store.ts'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type InstitutionKind, usualInstitutions } from '../common/institution.ts'
import { readingOf } from './ask-readers.ts'
import { InstitutionWriter } from './institution-store.ts'
import type { InstitutionsTables } from './tables.ts'

export interface LoadedInstitution {
  readonly documentId: string
  readonly number: string
  readonly kind: InstitutionKind
  readonly gridPath: string
  readonly readerRoles: readonly string[]
  readonly readerGrid: string | null
  readonly areas: readonly string[]
  readonly versions: readonly {
    readonly title: string
    readonly body: string
    readonly from: string
    readonly until: string | null
    readonly changeNote: string
    readonly madeAt: Instant
    readonly madeBy: string
  }[]
  readonly repealed: { readonly from: string; readonly reason: string; readonly replacedBy: string | null } | null
  /** Who has read the last wording, and who is asked to. */
  readonly readBy: readonly { readonly personId: string; readonly postId: string; readonly at: Instant }[]
  readonly waitsFor: readonly string[]
}

/** Fills the library: for the made-up town, and for moving in from another system. Those that replace others come first. */
export async function addInstitutions(
  tx: Transaction<unknown>,
  institutions: readonly LoadedInstitution[],
): Promise<void> {
  const writer = new InstitutionWriter(tx as unknown as Transaction<InstitutionsTables>)
  const items: Insertable<InboxTables['inbox.item']>[] = []
  for (const one of institutions) {
    const { documentId, number, kind, gridPath } = one
    await writer.begin({ id: documentId, number, kind, grid_path: gridPath })
    for (const [i, wording] of one.versions.entries()) {
      await writer.addVersion(number, {
        ...{ document_id: documentId, version: i + 1, title: wording.title, body: wording.body },
        ...{ in_force_from: wording.from, in_force_until: wording.until, areas: one.areas },
        ...{ reader_roles: one.readerRoles, reader_grid: one.readerGrid, asks_again: true },
        ...{ change_note: wording.changeNote, made_at: wording.madeAt, made_by: wording.madeBy, files: [] },
      })
    }
    if (one.repealed) await writer.repeal(documentId, one.repealed)
    const version = one.versions.length
    for (const { personId, postId, at } of one.readBy) {
      await writer.acknowledge({ document_id: documentId, version, person_id: personId, post_id: postId, at })
    }
    const last = one.versions.at(-1)
    for (const personId of last ? one.waitsFor : []) items.push(itemOf(one, last!, personId))
  }
  if (items.length > 0)
    await (tx as unknown as Transaction<InboxTables>).insertInto('inbox.item').values(items).execute()
}

function itemOf(
  { documentId, number }: LoadedInstitution,
  { title, madeAt }: LoadedInstitution['versions'][number],
  personId: string,
): Insertable<InboxTables['inbox.item']> {
  const { kind, id } = readingOf(documentId, personId)
  const row = {
    ...{ subject_kind: kind, subject_id: id, task: 'read', permission: 'institutions.acknowledge', priority: 0 },
    ...{ title, number, since: madeAt, due_at: dayBegins(dayOf(madeAt), usualInstitutions.readDays + 1) },
    ...{ grid_path: null, unit_id: null, post_id: null, owner_id: personId },
  }
  // The prefixes of the path are worked out by the database.
  return row as Insertable<InboxTables['inbox.item']>
}
