import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RelationKind } from '../common/relations.ts'
import { insertRelations, type NewRelation } from './bulk-store.ts'
import type { RegistryTables } from './tables.ts'

const columns = [
  ...(['id', 'kind', 'role', 'from_id', 'to_id', 'from_on', 'until_on', 'recorded_at', 'by_id', 'post_id'] as const),
  ...(['way', 'ref', 'ended_at', 'ended_by'] as const),
] as const
export type RelationRow = Pick<Selectable<RegistryTables['registry.relation']>, (typeof columns)[number]>

/** What joins things. Ids only: whether the reader may see the thing at the other end is asked of `ThingReader`. */
export class RelationReader {
  protected readonly db: Kysely<RegistryTables>

  constructor(db: Kysely<RegistryTables>) {
    this.db = db
  }

  /** Of any of these things, in both directions, the present ones first. */
  async of(ids: readonly string[]): Promise<readonly RelationRow[]> {
    if (ids.length === 0) return []
    return this.db
      .selectFrom('registry.relation')
      .select(columns)
      .where(eb => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
      .orderBy(sql`until_on desc nulls first`)
      .orderBy('from_on', 'desc')
      .orderBy('id')
      .limit(2000)
      .execute()
  }
}

/** Exists only inside a unit of work, and is the one place that writes relations. */
export class RelationWriter extends RelationReader {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>) {
    super(tx)
    this.#tx = tx
  }

  async take(id: string): Promise<RelationRow | undefined> {
    return this.#tx.selectFrom('registry.relation').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  }

  /** Those that still hold from a thing, of one kind. */
  async openFrom(fromId: string, kind: RelationKind): Promise<readonly RelationRow[]> {
    return this.#tx
      .selectFrom('registry.relation')
      .select(columns)
      .where('from_id', '=', fromId)
      .where('kind', '=', kind)
      .where('until_on', 'is', null)
      .forUpdate()
      .execute()
  }

  async add(relations: readonly NewRelation[]): Promise<void> {
    await insertRelations(this.#tx, relations)
  }

  async end(ids: readonly string[], { until, at, byId }: { until: string; at: Instant; byId: string }): Promise<void> {
    if (ids.length === 0) return
    await this.#tx
      .updateTable('registry.relation')
      .set({ until_on: until, ended_at: at, ended_by: byId })
      .where('id', 'in', ids)
      .where('until_on', 'is', null)
      .execute()
  }
}
