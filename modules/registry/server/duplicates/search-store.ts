import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RegistryTables } from '../tables.ts'

/** Somebody's place in the order in which people changed. `changedAt` is as exact as the database has it. */
export interface SearchPlace {
  readonly changedAt: string
  readonly id: string
}

/** The next people to be compared, in the order of their last change. */
export class SearchReader {
  readonly #db: Kysely<RegistryTables>

  constructor(db: Kysely<RegistryTables>) {
    this.#db = db
  }

  async place(): Promise<SearchPlace> {
    const { rows } = await sql<SearchPlace>`select changed_at::text as "changedAt", thing_id as id
      from registry.alike_search`.execute(this.#db)
    const [place] = rows
    if (!place) throw new Error('registry.alike_search has one row')
    return place
  }

  async next({ changedAt, id }: SearchPlace, until: Instant, limit: number): Promise<readonly SearchPlace[]> {
    const { rows } = await sql<SearchPlace>`select changed_at::text as "changedAt", id from registry.thing
      where kind = 'person' and state = 'current'
        and (changed_at, id) > (${changedAt}::timestamptz, ${id}::uuid) and changed_at < ${until}::timestamptz
      order by changed_at, id limit ${sql.lit(limit)}`.execute(this.#db)
    return rows
  }
}

/** Whether it was still at `from`: of two that search at once one goes on. */
export async function moveSearch(
  tx: Transaction<RegistryTables>,
  from: SearchPlace,
  to: SearchPlace,
): Promise<boolean> {
  const { rows } = await sql`update registry.alike_search
    set changed_at = ${to.changedAt}::timestamptz, thing_id = ${to.id}::uuid
    where changed_at = ${from.changedAt}::timestamptz and thing_id = ${from.id}::uuid returning 1`.execute(tx)
  return rows.length === 1
}
