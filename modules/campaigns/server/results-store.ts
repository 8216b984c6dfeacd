import { type Kysely, sql } from 'kysely'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { CampaignPoint } from '../common/point.ts'
import type { CampaignsTables } from './tables.ts'

/** Points that everybody may see: ticked off, and marked by the owner after a look at their photos. The latest first. */
export async function publicPoints(
  db: Kysely<CampaignsTables>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ rows: readonly CampaignPoint[]; next: string | null }> {
  const after = readCursor(cursor, ['text', 'uuid'])
  const found = await db
    .selectFrom('campaigns.point')
    .select('body')
    .where('state', '=', 'ticked-off')
    .where(sql<boolean>`(body -> 'isPublic')::boolean`)
    .$if(after !== null, q => q.where(sql<boolean>`(body ->> 'tickedOffAt', id) < (${after![0]}, ${after![1]}::uuid)`))
    .orderBy(sql`body ->> 'tickedOffAt'`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = cutPage(found, limit, ({ body }) => [body.tickedOffAt ?? '', body.id])
  return { rows: rows.map(({ body }) => body), next }
}
