import { sql } from 'kysely'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'

/** Plans go with their grid, and so do rounds that are still to be walked; what was walked stays where it was. */
export const patrolPaths = [
  namedPaths('patrol.plan', 'grid_path'),
  namedPaths('patrol.round', 'grid_path', sql`row.state <> 'ended'`),
]
