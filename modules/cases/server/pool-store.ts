import type { Kysely } from 'kysely'
import type { Change } from '#platform/commands/server/command.ts'
import type { InboxTables } from '#platform/inbox/server/inbox-store.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

interface Window {
  readonly after: Instant
  readonly until: Instant
}

/** More at once, and every page is told anyway. */
const mostAtOnce = 500

/** What waits at the centre, as the clock sees it. */
export class PoolReader {
  readonly #db: Kysely<InboxTables>

  constructor(db: Kysely<unknown>) {
    this.#db = db as Kysely<InboxTables>
  }

  /** Lines that came within one window, or whose limit passed within another: from now on they are everybody's. */
  async comingToAll(permissions: readonly string[], came: Window, due: Window): Promise<Change[]> {
    const rows = await this.#db
      .selectFrom('inbox.item as row')
      .select(['subject_id', 'permission', 'grid_path'])
      .where('subject_kind', '=', 'case')
      .where('permission', 'in', [...permissions])
      .where(eb =>
        eb.or([
          eb.and([eb('since', '>', came.after), eb('since', '<=', came.until)]),
          eb.and([eb('post_id', 'is not', null), eb('due_at', '>', due.after), eb('due_at', '<=', due.until)]),
        ]),
      )
      .orderBy('since')
      .limit(mostAtOnce)
      .execute()
    return rows.map(row => ({
      subject: { kind: 'case', id: row.subject_id },
      permission: row.permission,
      placed: { gridPath: row.grid_path, unitId: null, postId: null, ownerId: null },
    }))
  }
}
