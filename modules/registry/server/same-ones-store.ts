import { type Kysely, sql } from 'kysely'
import type { RegistryTables } from './tables.ts'

/** A record and those that were merged into it, and into those: what was written about any is about this one. */
export async function sameOnes(db: Kysely<RegistryTables>, thingId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`with recursive same (id) as (
      select ${thingId}::uuid
      union select merge.gone_id from registry.merge merge join same on merge.kept_id = same.id
      where merge.undone_at is null)
    select id from same`.execute(db)
  return rows.map(row => row.id)
}
