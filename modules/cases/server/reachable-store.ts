import { type Kysely, sql, type SqlBool } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseFile } from '../common/case-file.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/**
 * Cases closed since then whose reporter left a number and has not rated them: where the actor may ask for that number.
 * Whatever the source; the oldest closing first.
 */
export async function closedWithReachableReporter(
  db: Kysely<unknown>,
  actor: Actor,
  since: Instant,
  limit: number,
): Promise<readonly CaseFile[]> {
  const rows = await (db as Kysely<CasesTables>)
    .selectFrom('cases.case_file as row')
    .select(caseColumns.map(column => `row.${column}` as const))
    .where('row.status', '=', 'closed')
    .where('row.since', '>=', since)
    .where('row.rating', 'is', null)
    .where(eb => visibleWhere(actor, 'cases.see-reporter')(eb as never))
    .where(
      sql<SqlBool>`exists (select from cases.reporter left_here
        where left_here.case_id = row.id and left_here.phone_sealed is not null)`,
    )
    .orderBy('row.since')
    .orderBy('row.id')
    .limit(limit)
    .execute()
  return rows.map(row => toCaseFile(row as never))
}
