import { type Kysely, sql } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseFile, CaseSource } from '../common/case-file.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/**
 * Cases from machines in the order in which their status changed, after a place in that order. For a module that tells
 * the machines; it sees every case of the source, since it acts for nobody.
 */
export async function casesChangedAfter(
  db: Kysely<unknown>,
  source: Extract<CaseSource, 'sensor' | 'video' | 'superior' | 'media'>,
  after: { readonly since: Instant; readonly caseId: string } | null,
  limit: number,
): Promise<readonly CaseFile[]> {
  const rows = await (db as Kysely<CasesTables>)
    .selectFrom('cases.case_file')
    .select(caseColumns)
    // Written out, so that the planner sees that the index for these sources fits.
    .where('source', '=', sql.lit(source))
    .$if(after !== null, q => q.where(sql<boolean>`(since, id) > (${after!.since}, ${after!.caseId}::uuid)`))
    .orderBy('since')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toCaseFile)
}
