import { type Kysely, sql } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import { conflictColumns } from './conflict-store.ts'
import type { RegistryTables } from './tables.ts'

/** How many conflicts about a thing wait for a person. */
export async function openConflictsOf(db: Kysely<RegistryTables>, thingId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registry.conflict')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('thing_id', '=', thingId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Those that wait where the actor settles, the oldest first. */
export async function waitingConflicts(
  db: Kysely<RegistryTables>,
  actor: Actor,
  asked: {
    readonly thingId?: string | undefined
    readonly gridPath?: string | undefined
    readonly limit: number
    readonly cursor?: string | undefined
  },
) {
  const after = readCursor(asked.cursor, ['instant', 'uuid'])
  const found = await db
    .selectFrom('registry.conflict')
    .innerJoin('registry.thing as row', 'row.id', 'registry.conflict.thing_id')
    .select(conflictColumns.map(name => `registry.conflict.${name}` as const))
    .where('registry.conflict.outcome', 'is', null)
    .where(visibleWhere(actor, 'registry.settle'))
    .$if(asked.thingId !== undefined, q => q.where('registry.conflict.thing_id', '=', asked.thingId!))
    .$if(asked.gridPath !== undefined, q =>
      q.where(sql.ref<string>(`row.place_${asked.gridPath?.split('.').length ?? 1}`), '=', asked.gridPath!),
    )
    .$if(after !== null, q =>
      q.where(
        sql<boolean>`(registry.conflict.at, registry.conflict.id) > (${after![0]}::timestamptz, ${after![1]}::uuid)`,
      ),
    )
    .orderBy('registry.conflict.at')
    .orderBy('registry.conflict.id')
    .limit(asked.limit + 1)
    .execute()
  return cutPage(found, asked.limit, ({ at, id }) => [at, id])
}
