import { sql } from 'kysely'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'

/** Keys that still open something open it for the same grid. */
export const clientPaths = namedPaths('exchange.client', 'grid_path', sql`row.revoked_at is null`)
