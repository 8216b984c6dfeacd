import { sql } from 'kysely'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'

/** Bodies and assignments that hold go with their grid. */
export const rosterPaths = [
  namedPaths('posts.body', 'grid_path', sql`row.valid_to is null`),
  namedPaths('posts.assignment', 'grid_path', sql`row.valid_to is null`),
]
