import { type Kysely, sql, type SqlBool } from 'kysely'
import type { CaseFile } from '../common/case-file.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/** Some cases by id, or all of them in the order of their ids, a part at a time. */
export type CasesAmong = { readonly ids: readonly string[] } | { readonly after: string | null; readonly limit: number }

/**
 * Those of the cases that a copy kept elsewhere (a table with `case_id` and `version`) has not caught up with. For jobs
 * that keep figures; it sees every case, since it acts for nobody.
 */
export async function casesNotAsIn(db: Kysely<unknown>, copy: string, among: CasesAmong): Promise<readonly CaseFile[]> {
  const others = (db as Kysely<CasesTables>)
    .selectFrom('cases.case_file')
    .select(caseColumns)
    .where(
      sql<SqlBool>`not exists (select from ${sql.table(copy)} copy
        where copy.case_id = case_file.id and copy.version = case_file.version)`,
    )
  if ('ids' in among) {
    const rows = await others.where('id', '=', sql<string>`any(${among.ids}::uuid[])`).execute()
    return rows.map(toCaseFile)
  }
  const { after, limit } = among
  const rows = await others
    .$if(after !== null, query => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toCaseFile)
}

export async function casesForFigures(db: Kysely<unknown>, ids: readonly string[]): Promise<readonly CaseFile[]> {
  if (ids.length === 0) return []
  const rows = await (db as Kysely<CasesTables>)
    .selectFrom('cases.case_file')
    .select(caseColumns)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(toCaseFile)
}
