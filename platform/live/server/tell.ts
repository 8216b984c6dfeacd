import { sql, type Transaction } from 'kysely'
import type { Change } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'

/** Tells open pages of something that no command did: a shift began, a time passed. Commands have `work.tell`. */
export async function tellPages<T>(tx: Transaction<T>, changes: readonly Change[], now: Instant): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ subject, permission, placed }) => ({
    ...{ subject_kind: subject.kind, subject_id: subject.id, permission, grid_path: placed.gridPath },
    ...{ unit_id: placed.unitId, post_id: placed.postId, owner_id: placed.ownerId },
  }))
  const names = sql.raw('subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id')
  await sql`insert into live.change (at, ${names})
    select ${now}::timestamptz, ${names} from jsonb_populate_recordset(null::live.change, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}
