import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ExchangeTables } from './tables.ts'

export type EventRow = Selectable<ExchangeTables['exchange.event']>

export async function findEvent(db: Kysely<ExchangeTables>, clientId: string, eventId: string) {
  return db
    .selectFrom('exchange.event')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
}

/** The event with which a case began. */
export async function eventOfCase(db: Kysely<ExchangeTables>, clientId: string, number: string) {
  return db
    .selectFrom('exchange.event')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('case_number', '=', number)
    .where('is_repeat', '=', false)
    .executeTakeFirst()
}

/** The first events of those cases that are this client's. */
export async function eventsOfCases(db: Kysely<ExchangeTables>, clientId: string, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('exchange.event')
    .select(['case_id', 'event_id'])
    .where('client_id', '=', clientId)
    .where('case_id', 'in', caseIds)
    .where('is_repeat', '=', false)
    .execute()
}

export async function eventsKnown(db: Kysely<ExchangeTables>, clientId: string, eventIds: readonly string[]) {
  if (eventIds.length === 0) return new Map<string, string>()
  const rows = await db
    .selectFrom('exchange.event')
    .select(['event_id', 'case_number'])
    .where('client_id', '=', clientId)
    .where('event_id', 'in', eventIds)
    .execute()
  return new Map(rows.map(row => [row.event_id, row.case_number]))
}

export async function countOfCase(db: Kysely<ExchangeTables>, caseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('exchange.event')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return count
}

export async function listEvents(
  db: Kysely<ExchangeTables>,
  clientId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<EventRow>> {
  const after = readCursor(cursor, ['instant', 'text'])
  const rows = await db
    .selectFrom('exchange.event')
    .selectAll()
    .where('client_id', '=', clientId)
    .$if(after !== null, q => q.where(sql<boolean>`(at, event_id) < (${after![0]}, ${after![1]})`))
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit + 1)
    .execute()
  return cutPage(rows, limit, last => [last.at, last.event_id])
}

/** Cases of a client with their first events, the latest first: so many, after so many. */
export async function casesOfClient(
  db: Kysely<ExchangeTables>,
  clientId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return db
    .selectFrom('exchange.event')
    .select(['event_id', 'case_id', 'at'])
    .where('client_id', '=', clientId)
    .where('is_repeat', '=', false)
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many cases each of some clients has. */
export async function countCasesOf(
  db: Kysely<ExchangeTables>,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('exchange.event')
    .select(['client_id', sql<number>`count(*)::int`.as('count')])
    .where('client_id', '=', sql<string>`any(${[...clientIds]})`)
    .where('is_repeat', '=', false)
    .groupBy('client_id')
    .execute()
  return new Map(rows.map(row => [row.client_id, row.count]))
}

/**
 * Two events at the same moment wait here for one another, so that the second finds the first: the same id sent twice,
 * and the same signal of a device. Let go when the unit of work ends.
 */
export async function holdTurn(tx: Transaction<ExchangeTables>, clientId: string, about: readonly string[]) {
  const turn = JSON.stringify([clientId, ...about])
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 20))`.execute(tx)
}

/** The latest event of this signal of this device since a moment. */
export async function latestOf(
  tx: Transaction<ExchangeTables>,
  { clientId, device, signal, since }: { clientId: string; device: string; signal: string | null; since: Instant },
) {
  return tx
    .selectFrom('exchange.event')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('device', '=', device)
    .where('signal', 'is not distinct from', signal)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addEvent(tx: Transaction<ExchangeTables>, row: EventRow): Promise<void> {
  await tx.insertInto('exchange.event').values(row).execute()
}
