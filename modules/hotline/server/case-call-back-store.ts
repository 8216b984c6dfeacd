import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import { type Satisfaction, starsOf } from '../common/call.ts'
import type { HotlineTables } from './tables.ts'

export interface CaseTries {
  readonly tries: number
  readonly isDone: boolean
}

/** How often these were tried, and whether it is over: also where the reporter called, since callers have their own list. */
export async function triesOfCases(
  db: Kysely<HotlineTables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseTries>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ case_id: string; tries: number; is_done: boolean }>`
    select case_id, max(try) as tries, bool_or(is_last) as is_done from hotline.case_call_back
    where case_id = any(${[...caseIds]}::uuid[]) group by case_id
    union all
    select distinct case_id, 0, true from hotline.call where case_id = any(${[...caseIds]}::uuid[])`.execute(db)
  const found = new Map<string, CaseTries>()
  for (const { case_id, tries, is_done } of rows) {
    const before = found.get(case_id)
    found.set(case_id, {
      tries: Math.max(tries, before?.tries ?? 0),
      isDone: is_done || (before?.isDone ?? false),
    })
  }
  return found
}

export async function addCaseTry(
  tx: Transaction<HotlineTables>,
  row: Insertable<HotlineTables['hotline.case_call_back']>,
): Promise<void> {
  await tx.insertInto('hotline.case_call_back').values(row).execute()
}

/** Two at the desk who call the same person at once: the second waits and then sees the first's try. */
export async function holdCase(tx: Transaction<HotlineTables>, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hotline.case_call_back ${caseId}`}, 0))`.execute(tx)
}

/** What reporters of these cases said last when they were called back, for the board. */
export async function readAnswers(
  db: Kysely<unknown>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly stars: number; readonly solved: boolean }>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ case_id: string; solved: boolean; satisfaction: Satisfaction }>`
    select distinct on (case_id) case_id, solved, satisfaction from (
      select call.case_id, back.at, back.solved, back.satisfaction
      from hotline.call_back back join hotline.call call on call.id = back.call_id
      where back.reached and call.case_id = any(${[...caseIds]}::uuid[])
      union all
      select case_id, at, solved, satisfaction from hotline.case_call_back
      where reached and case_id = any(${[...caseIds]}::uuid[])
    ) as said order by case_id, at desc`.execute(db)
  return new Map(rows.map(row => [row.case_id, { stars: starsOf[row.satisfaction], solved: row.solved }]))
}
