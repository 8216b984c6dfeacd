import type { Kysely, Transaction } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { PatrolTables } from './tables.ts'

export interface Fix {
  readonly at: Instant
  readonly lon: number
  readonly lat: number
}

/** Binds a sealed piece to its walker and round, so that rows cannot be swapped. */
/** Binds a piece to its round and walker, so that rows cannot be swapped. */
export const aboutOf = (roundId: string, walkerId: string) => `patrol.track ${roundId} ${walkerId}`

export async function keepFixes(
  tx: Transaction<PatrolTables>,
  secrets: SecretBox,
  piece: { roundId: string; trackId: string; walkerId: string; heardAt: Instant; fixes: readonly Fix[] },
): Promise<void> {
  const { roundId, trackId, walkerId, heardAt, fixes } = piece
  await tx
    .insertInto('patrol.track')
    .values({
      ...{ round_id: roundId, track_id: trackId, walker_id: walkerId, heard_at: heardAt },
      sealed: secrets.seal(JSON.stringify(fixes), aboutOf(roundId, walkerId)),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The walker's own pieces, in order. There is no way to ask for somebody else's. */
export async function ownFixes(
  db: Kysely<PatrolTables>,
  secrets: SecretBox,
  roundId: string,
  walkerId: string,
): Promise<{ readonly fixes: readonly Fix[]; readonly latest: Instant | null }> {
  const rows = await db
    .selectFrom('patrol.track')
    .select(['sealed', 'heard_at'])
    .where('round_id', '=', roundId)
    .where('walker_id', '=', walkerId)
    .execute()
  const fixes = rows.flatMap(({ sealed }) => JSON.parse(secrets.open(sealed, aboutOf(roundId, walkerId))) as Fix[])
  return {
    fixes: fixes.toSorted((a, b) => a.at.localeCompare(b.at)),
    latest:
      rows
        .map(row => row.heard_at)
        .toSorted()
        .at(-1) ?? null,
  }
}

export async function removeTracks(tx: Transaction<PatrolTables>, heardBefore: Instant): Promise<void> {
  await tx.deleteFrom('patrol.track').where('heard_at', '<', heardBefore).execute()
}
