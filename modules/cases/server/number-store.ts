import { sql, type Transaction } from 'kysely'
import { caseNumber } from '../common/case-number.ts'
import type { CasesTables } from './tables.ts'

/**
 * The next number of a district in a year. Holds the counter until the unit of work ends,
 * so take it as late as possible: the next report waits for it.
 */
export async function nextCaseNumber(tx: Transaction<CasesTables>, district: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('cases.number_counter')
    .values({ district, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['district', 'year']).doUpdateSet({ last: sql`cases.number_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return caseNumber(district, year, last)
}
