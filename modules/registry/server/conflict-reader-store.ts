import { type Kysely, sql } from 'kysely'
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
