import { sql, type Transaction } from 'kysely'
import type { endingKinds } from '../common/contract-end.ts'
import type { PlacesTables } from './tables.ts'

export type EndingKind = (typeof endingKinds)[number]

/** Ends what stands no more. Everything on record about it stays, so the days before are as they were. */
export class EndStore {
  readonly #tx: Transaction<PlacesTables>

  constructor(tx: Transaction<PlacesTables>) {
    this.#tx = tx
  }

  /** The thing, or as a building its entrances too; each stands until the end of the unit of work. */
  async hold(kind: EndingKind, id: string): Promise<void> {
    await sql`select 1 from ${this.#table(kind)} where id = ${id}::uuid for update`.execute(this.#tx)
  }

  /** The last day on which the thing, an entrance of it or its lying in a grid began: it cannot end before the day after. */
  async lastBegun(kind: EndingKind, id: string): Promise<string> {
    const { rows } = await sql<{ day: string }>`select max(day)::text as day from (
        select valid_from as day from ${this.#table(kind)} where id = ${id}::uuid
        union all
        select valid_from from places.lies_in where kind = ${kind} and place_id = ${id}::uuid and valid_to is null
        union all
        select valid_from from places.entrance where ${kind} = 'building' and building_id = ${id}::uuid and valid_to is null
      ) begun`.execute(this.#tx)
    return rows[0]!.day
  }

  async buildingsOf(courtyardId: string): Promise<number> {
    const { count } = await this.#tx
      .selectFrom('places.building')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('courtyard_id', '=', courtyardId)
      .where('valid_to', 'is', null)
      .executeTakeFirstOrThrow()
    return count
  }

  async end(kind: EndingKind, id: string, day: string): Promise<void> {
    await sql`update ${this.#table(kind)} set valid_to = ${day}::date where id = ${id}::uuid`.execute(this.#tx)
    await sql`update places.lies_in set valid_to = ${day}::date
      where kind = ${kind} and place_id = ${id}::uuid and coalesce(valid_to > ${day}::date, true)`.execute(this.#tx)
    if (kind !== 'building') return
    await sql`update places.entrance set valid_to = ${day}::date
      where building_id = ${id}::uuid and coalesce(valid_to > ${day}::date, true)`.execute(this.#tx)
  }

  #table = (kind: EndingKind) => sql.table(`places.${kind}`)
}
