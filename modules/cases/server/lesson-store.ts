import { type Kysely, sql } from 'kysely'
import type { CasesTables } from './tables.ts'

/**
 * What the newest closed cases said and how they were filed, over the whole town: for counting words only, never to be
 * shown, which is why it asks for nobody's rights.
 */
export function readLessons(read: Kysely<CasesTables>, limit: number) {
  return read
    .selectFrom('cases.case_file')
    .select(sql<string | null>`procedure->'condition'->>'id'`.as('condition_id'))
    .select(['title', 'description', 'class_kind', 'class_code', 'unit_id', 'grid_path', 'no_grid'])
    .where('status', '=', 'closed')
    .where('class_code', 'is not', null)
    .orderBy('reported_at', 'desc')
    .limit(limit)
    .execute()
}
