import { type Kysely, sql } from 'kysely'
import type { CampaignPoint } from '../common/point.ts'
import type { CampaignsTables } from './tables.ts'

/** Points that everybody may see: ticked off, and marked by the owner after a look at their photos. The latest first. */
export async function publicPoints(db: Kysely<CampaignsTables>, most: number): Promise<CampaignPoint[]> {
  const rows = await db
    .selectFrom('campaigns.point')
    .select('body')
    .where('state', '=', 'ticked-off')
    .where(sql<boolean>`(body -> 'isPublic')::boolean`)
    .orderBy(sql`body ->> 'tickedOffAt'`, 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ body }) => body)
}
