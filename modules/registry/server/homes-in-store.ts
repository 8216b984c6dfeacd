import { type Kysely, sql } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { RegistryTables } from './tables.ts'

/** How many homes are on record in a building or behind one of its entrances: a number tells nothing of who lives there. */
export async function homesIn(db: ReadHandle, buildingId: string, entranceId: string | null): Promise<number> {
  const { count } = await (db as unknown as Kysely<RegistryTables>)
    .selectFrom('registry.thing')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('kind', '=', 'housing')
    .where('state', '=', 'current')
    .where(sql<boolean>`fields ->> 'building' = ${buildingId}`)
    .$if(entranceId !== null, q => q.where(sql<boolean>`fields ->> 'entrance' = ${entranceId}`))
    .executeTakeFirstOrThrow()
  return count
}
