import type { Kysely } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import type { CaseFile } from '../common/case-file.ts'
import { placedAt } from '../common/decide.ts'
import { caseColumns, toCaseFile } from './case-row.ts'
import type { CasesTables } from './tables.ts'

/** Cases that another module knows by id, as far as the actor may see them. */
export async function readKnownCases(
  db: Kysely<unknown>,
  actor: Actor,
  caseIds: readonly string[],
): Promise<readonly CaseFile[]> {
  if (caseIds.length === 0) return []
  const cases = db as Kysely<CasesTables>
  const rows = await cases.selectFrom('cases.case_file').select(caseColumns).where('id', 'in', caseIds).execute()
  return rows.map(toCaseFile).filter(caseFile => can(actor, 'cases.read', placedAt(caseFile)))
}
