import { sql, type Transaction } from 'kysely'
import { caseNumber } from '../common/case-number.ts'
import type { CasesTables } from './tables.ts'

/**
 * The next number of a district in a year. Reports made at the same moment get theirs in any order; a report that is
 * undone lays its number back for the next.
 */
export async function nextCaseNumber(tx: Transaction<CasesTables>, district: string, year: number): Promise<string> {
  const { rows } = await sql<{ number: number }>`
    select cases.next_number(${district}, ${year}::int) as number`.execute(tx)
  return caseNumber(district, year, rows[0]!.number)
}
