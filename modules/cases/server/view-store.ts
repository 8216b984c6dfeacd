import { type Kysely, sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { CasesTables } from './tables.ts'

/** Kept as the page gave them; the page that reads them back knows which of them still exist. */
export type Filters = Record<string, z.core.util.JSONType>

export interface SavedView {
  readonly viewId: string
  readonly name: string
  readonly filters: Filters
}

/** One person's own saved views; there is no way to ask for another's. */
export class ViewReader {
  protected readonly db: Kysely<CasesTables>
  protected readonly personId: string

  constructor(db: Kysely<CasesTables>, personId: string) {
    this.db = db
    this.personId = personId
  }

  async list(): Promise<SavedView[]> {
    const rows = await this.db
      .selectFrom('cases.saved_view')
      .select(['id', 'name', 'filters'])
      .where('person_id', '=', this.personId)
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map(({ id, name, filters }) => ({ viewId: id, name, filters }))
  }
}

export class ViewWriter extends ViewReader {
  constructor(tx: Transaction<CasesTables>, personId: string) {
    super(tx, personId)
  }

  /** One change of a person's views at a time, so that counting them and comparing names means something. */
  async hold(): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cases.saved_view ${this.personId}`}, 0))`.execute(
      this.db,
    )
  }

  /** False when the id belongs to somebody else's view. */
  async save({ viewId, name, filters }: SavedView): Promise<boolean> {
    const saved = await this.db
      .insertInto('cases.saved_view')
      .values({ id: viewId, person_id: this.personId, name, filters: jsonValue(filters) })
      .onConflict(conflict =>
        conflict
          .column('id')
          .doUpdateSet({ name, filters: jsonValue(filters) })
          .where('cases.saved_view.person_id', '=', this.personId),
      )
      .returning('id')
      .executeTakeFirst()
    return saved !== undefined
  }

  async remove(viewId: string): Promise<boolean> {
    const removed = await this.db
      .deleteFrom('cases.saved_view')
      .where('id', '=', viewId)
      .where('person_id', '=', this.personId)
      .returning('id')
      .executeTakeFirst()
    return removed !== undefined
  }
}
