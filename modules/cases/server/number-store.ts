import { sql, type Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import { type Instant, yearOf } from '#platform/kernel/common/instant.ts'
import { caseNumber } from '../common/case-number.ts'
import type { GridLocator } from './surroundings.ts'
import type { CasesTables } from './tables.ts'

/** Cases are numbered anew in each district and each year. */
export interface NumberedBy {
  /** Six digits. */
  readonly district: string
  readonly year: number
}

export function numberedBy(
  grids: Pick<GridLocator, 'districtOf'>,
  { gridPath }: { readonly gridPath: string },
  now: Instant,
): NumberedBy {
  return { district: grids.districtOf(gridPath), year: yearOf(now) }
}

/** Takes a number, as a part of a statement: `number`. */
export function nextNumber(district: string, year: number) {
  return sql<number>`cases.next_number(${district}, ${year}::int)`.as('number')
}

/**
 * The next number of a district in a year. Reports made at the same moment get theirs in any order; a report that is
 * undone lays its number back for the next.
 */
export async function nextCaseNumber(tx: Transaction<CasesTables>, { district, year }: NumberedBy): Promise<string> {
  const { number } = await tx.selectNoFrom(nextNumber(district, year)).executeTakeFirstOrThrow()
  return caseNumber(district, year, number)
}

/** Numbers that came from elsewhere are given: the next of their district and year are higher. */
export async function passNumbers(
  tx: Transaction<CasesTables>,
  given: readonly (NumberedBy & { readonly last: number })[],
): Promise<void> {
  await sql`
    insert into cases.number_lane (district, year, lane, next)
    select district, year, lane, last + 1 + (lane + 63 - last % 64) % 64
    from jsonb_to_recordset(${jsonValue(given)}) as passed (district text, year int, last int), generate_series(1, 64) lane
    on conflict (district, year, lane) do update set next = greatest(number_lane.next, excluded.next)`.execute(tx)
}
