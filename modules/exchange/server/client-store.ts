import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { uuidsAmong } from '#platform/kernel/common/uuid.ts'
import { hashOfKey } from './client-key.ts'
import type { ExchangeTables } from './tables.ts'

export type ClientRow = Selectable<ExchangeTables['exchange.client']>

/** The client whose key this is, as long as it is in use. One look at an index, at every request of a machine. */
export async function clientWithKey(db: Kysely<ExchangeTables>, key: string): Promise<ClientRow | undefined> {
  return db
    .selectFrom('exchange.client')
    .selectAll()
    .where('key_hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

/** A client in use. */
export async function findClient(db: Kysely<ExchangeTables>, clientId: string): Promise<ClientRow | undefined> {
  return db
    .selectFrom('exchange.client')
    .selectAll()
    .where('id', '=', clientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}

export async function clientsWithCounts(db: Kysely<ExchangeTables>) {
  return db
    .selectFrom('exchange.client as client')
    .selectAll('client')
    .select(eb => [
      eb
        .selectFrom('exchange.event as event')
        .select(sql<Instant | null>`max(event.at)`.as('at'))
        .whereRef('event.client_id', '=', 'client.id')
        .as('last_event_at'),
      sql<number>`(select count(*)::int from exchange.event where client_id = client.id)`.as('events'),
      sql<number>`(select count(*)::int from exchange.event where client_id = client.id and not is_repeat)`.as('cases'),
    ])
    .orderBy(sql`client.revoked_at is not null`)
    .orderBy('client.name')
    .orderBy('client.id')
    .execute()
}

export async function clientsOfKinds(db: Kysely<ExchangeTables>, kinds: readonly ClientRow['kind'][]) {
  return db
    .selectFrom('exchange.client')
    .select(['id', 'name', 'kind'])
    .where('kind', 'in', [...kinds])
    .where('revoked_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** The names of clients among these ids, for whoever shows who did something. */
export async function clientNames(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const possible = uuidsAmong(ids)
  if (possible.length === 0) return new Map()
  const rows = await (db as Kysely<ExchangeTables>)
    .selectFrom('exchange.client')
    .select(['id', 'name'])
    .where('id', 'in', possible)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Clients with these characters in the name, also those whose key is revoked. */
export async function clientsCalled(db: Kysely<unknown>, typed: string, limit: number) {
  return (db as Kysely<ExchangeTables>)
    .selectFrom('exchange.client')
    .select(['id', 'name'])
    .where(sql<boolean>`strpos(lower(name), lower(${typed})) > 0`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** False when the id is taken. Also for loading a client from elsewhere, with a key that is known there. */
export async function addClient(tx: Transaction<ExchangeTables>, row: ClientRow): Promise<boolean> {
  const added = await tx
    .insertInto('exchange.client')
    .values(row)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Holds the client until the unit of work ends. */
export async function takeClient(tx: Transaction<ExchangeTables>, clientId: string): Promise<ClientRow | undefined> {
  return tx.selectFrom('exchange.client').selectAll().where('id', '=', clientId).forUpdate().executeTakeFirst()
}

export async function changeClient(
  tx: Transaction<ExchangeTables>,
  clientId: string,
  changed: Partial<Pick<ClientRow, 'repeat_minutes' | 'revoked_at' | 'revoked_by'>>,
): Promise<void> {
  await tx.updateTable('exchange.client').set(changed).where('id', '=', clientId).execute()
}
