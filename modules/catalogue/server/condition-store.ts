import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { FilingCondition } from '../common/filing-condition.ts'
import type { CatalogueTables } from './tables.ts'

export type KeptCondition = FilingCondition & { readonly at: Instant; readonly byId: string }

/** Every version of every condition, the oldest first. A city has some thousands; they are read as a whole. */
export async function readConditions(read: Kysely<CatalogueTables>): Promise<readonly KeptCondition[]> {
  const rows = await read
    .selectFrom('catalogue.filing_condition')
    .selectAll()
    .select(sql<string>`valid_from::text`.as('from'))
    .orderBy('class_kind')
    .orderBy('class_code')
    .orderBy('id')
    .orderBy('version')
    .execute()
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    classKind: row.class_kind,
    classCode: row.class_code,
    condition: row.condition,
    limit: row.clock === null || row.amount === null ? null : { clock: row.clock, amount: row.amount },
    limitText: row.limit_text,
    needsDecision: row.clock === null,
    closing: row.closing,
    handlingBody: row.handling_body,
    supervisingBody: row.supervising_body,
    collect: row.collect,
    from: row.from,
    isEnded: row.is_ended,
    at: row.at,
    byId: row.by_id,
  }))
}

/** Versions of conditions and of local classes together: rows are only ever added. */
export async function countVersions(read: Kysely<CatalogueTables>): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select (select count(*) from catalogue.filing_condition) + (select count(*) from catalogue.local_class) as count
  `.execute(read)
  return Number(rows[0]?.count)
}

/** Any number that nobody else uses. */
const bookLock = 4_720_260_716

/** The book, taken for a change: whoever else wants to change it waits until this unit of work is over. */
export async function takeConditions(tx: Transaction<CatalogueTables>): Promise<readonly KeptCondition[]> {
  await sql`select pg_advisory_xact_lock(${bookLock})`.execute(tx)
  return readConditions(tx)
}

interface Writing {
  readonly byId: string
  readonly at: Instant
}

const atOnce = 1000

export async function addConditions(
  tx: Transaction<CatalogueTables>,
  conditions: readonly FilingCondition[],
  { byId, at }: Writing,
): Promise<void> {
  for (let start = 0; start < conditions.length; start += atOnce) {
    await tx
      .insertInto('catalogue.filing_condition')
      .values(
        conditions.slice(start, start + atOnce).map(one => ({
          id: one.id,
          version: one.version,
          class_kind: one.classKind,
          class_code: one.classCode,
          condition: one.condition,
          clock: one.limit?.clock ?? null,
          amount: one.limit?.amount ?? null,
          limit_text: one.limitText,
          closing: one.closing,
          handling_body: one.handlingBody,
          supervising_body: one.supervisingBody,
          collect: [...one.collect],
          valid_from: one.from,
          is_ended: one.isEnded,
          by_id: byId,
          at,
        })),
      )
      .execute()
  }
}
