import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RegistryTables } from './tables.ts'

type Row = Selectable<RegistryTables['registry.conflict']>
export type ConflictRow = Row
export type NewConflict = Omit<
  Insertable<RegistryTables['registry.conflict']>,
  'outcome' | 'reason' | 'settled_at' | 'settled_by'
>

/** Exists only inside a unit of work, and is the one place that writes conflicts. */
export class ConflictWriter {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>) {
    this.#tx = tx
  }

  /** The same said again by the same person waits once. */
  async add(conflicts: readonly NewConflict[]): Promise<void> {
    if (conflicts.length === 0) return
    await this.#tx
      .insertInto('registry.conflict')
      .values(conflicts.map(one => ({ ...one, offered: jsonValue(one.offered) })) as never)
      .onConflict(clash =>
        clash.columns(['thing_id', 'field', 'by_id', 'true_on']).where('outcome', 'is', null).doNothing(),
      )
      .execute()
  }

  /** Held until the unit of work ends. */
  async take(id: string): Promise<Row | undefined> {
    return this.#tx
      .selectFrom('registry.conflict')
      .select(conflictColumns)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  }

  async settle(id: string, settled: { outcome: 'stands' | 'offered'; reason: string; at: Instant; byId: string }) {
    const { outcome, reason, at, byId } = settled
    await this.#tx
      .updateTable('registry.conflict')
      .set({ outcome, reason, settled_at: at, settled_by: byId })
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .execute()
  }

  /** How many still wait about a thing. */
  async open(thingId: string): Promise<number> {
    const { count } = await this.#tx
      .selectFrom('registry.conflict')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('thing_id', '=', thingId)
      .where('outcome', 'is', null)
      .executeTakeFirstOrThrow()
    return count
  }
}

export const conflictColumns = [
  ...(['id', 'thing_id', 'field', 'offered', 'true_on', 'at', 'way', 'ref', 'by_id', 'post_id', 'against'] as const),
  ...(['outcome', 'reason', 'settled_at', 'settled_by'] as const),
] as const
