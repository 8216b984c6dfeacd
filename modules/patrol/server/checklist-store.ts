import type { Kysely, Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type Checklist, checklistsInForce } from '../common/checklist.ts'
import { usualChecklists } from '../common/usual-checklists.ts'
import type { PatrolTables } from './tables.ts'

/** The lists in force. They hold nothing personal, so whoever may ask at all sees all of them. */
export async function readChecklists(db: Kysely<PatrolTables>): Promise<readonly Checklist[]> {
  const rows = await db
    .selectFrom('patrol.checklist')
    .distinctOn('id')
    .select(['id', 'version', 'kind', 'name', 'items'])
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  const own = rows.map(({ id, ...row }) => ({ checklistId: id, ...row }))
  return checklistsInForce([...usualChecklists, ...own]).toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** False when somebody was quicker with that version. */
export async function addChecklist(
  tx: Transaction<PatrolTables>,
  { checklistId, items, ...list }: Checklist,
  written: { readonly at: Instant; readonly byId: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('patrol.checklist')
    .values({
      ...{ id: checklistId, ...list, items: jsonValue(items) as never },
      ...{ written_at: written.at, by_id: written.byId },
    })
    .onConflict(conflict => conflict.columns(['id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
