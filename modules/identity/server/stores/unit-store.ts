import { type Kysely, sql, type Transaction } from 'kysely'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Unit } from '../../common/contract.ts'
import type { IdentityTables } from '../tables.ts'
import { idCursor } from './cursor.ts'

interface UnitFilter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly search?: string | undefined
}

/** Units are no secret among staff: whoever was let into the directory sees the whole tree. */
export class UnitReader {
  protected readonly db: Kysely<IdentityTables>

  constructor(db: Kysely<IdentityTables>) {
    this.db = db
  }

  async exists(id: string): Promise<boolean> {
    return (
      (await this.db.selectFrom('identity.unit').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    )
  }

  async list({ limit, cursor, search }: UnitFilter): Promise<{ rows: Unit[]; next: string | null }> {
    const after = idCursor(cursor)
    const rows = await this.db
      .selectFrom('identity.unit as unit')
      .select(['unit.id', 'unit.parent_id as parentId', 'unit.name', 'unit.kind'])
      .select(sql<number>`(select count(*)::int from identity.post where unit_id = unit.id)`.as('posts'))
      .select(
        sql<number>`(select count(*)::int from identity.staffed_post where unit_id = unit.id and person_id is null)`.as(
          'vacant',
        ),
      )
      .$if(after !== null, q => q.where('unit.id', '>', after!))
      .$if(Boolean(search), q => q.where(sql<boolean>`strpos(lower(unit.name), lower(${search})) > 0`))
      .orderBy('unit.id')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows as Unit[], limit, last => [last.id])
    return { ...page, rows: [...page.rows] }
  }
}

export class UnitWriter extends UnitReader {
  readonly #tx: Transaction<IdentityTables>

  constructor(tx: Transaction<IdentityTables>) {
    super(tx)
    this.#tx = tx
  }

  /** Says what is in the way, or null when the unit has been added. */
  async add(unit: { id: string; parentId: string | null; name: string; kind: string; at: Instant }) {
    const added = await this.#tx
      .insertInto('identity.unit')
      .values({ id: unit.id, parent_id: unit.parentId, name: unit.name, kind: unit.kind, created_at: unit.at })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 1n) return null
    return (await this.exists(unit.id)) ? 'id-taken' : 'name-taken'
  }
}
