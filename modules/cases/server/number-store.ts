import { type Kysely, sql, type Transaction } from 'kysely'
import { keptQuery } from '#platform/db/server/kept-query.ts'
import { caseNumber } from '../common/case-number.ts'
import type { CasesTables } from './tables.ts'

const nextNumber = keptQuery((tx: Kysely<CasesTables>, district: string, year: number) =>
  tx.selectNoFrom(sql<number>`cases.next_number(${district}, ${year}::int)`.as('number')),
)

/**
 * The next number of a district in a year. Reports made at the same moment get theirs in any order; a report that is
 * undone lays its number back for the next.
 */
export async function nextCaseNumber(tx: Transaction<CasesTables>, district: string, year: number): Promise<string> {
  const [taken] = await nextNumber(tx, district, year)
  return caseNumber(district, year, taken!.number)
}
