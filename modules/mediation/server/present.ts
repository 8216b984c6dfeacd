import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { MatterLine } from '../common/contract.ts'
import type { MatterRow } from './matter-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { MediationTables } from './tables.ts'

export const whole = (db: Kysely<MediationTables>) => db as unknown as Kysely<unknown>

/** Mediations as lists show them: without parties and words. */
export async function presentMatters(
  { people, places }: Surroundings,
  db: Kysely<unknown>,
  actor: Actor,
  rows: readonly MatterRow[],
): Promise<MatterLine[]> {
  const owners = [...new Set(rows.map(row => row.owner_id))]
  const names = owners.length === 0 ? new Map<string, string>() : await people(db, owners)
  return rows.map(row => ({
    ...{ matterId: row.id, at: row.at, kind: row.kind, outcome: row.outcome, followUpOn: row.follow_up_on },
    ...{ keeping: row.keeping, gridNames: [...places.names(row.grid_path)] },
    ...{ byName: names.get(row.owner_id) ?? null, isMine: row.owner_id === actor.personId },
  }))
}
