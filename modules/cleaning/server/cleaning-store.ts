import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type Deduction, deductionAfter, type DeductionEvent } from '../common/score.ts'
import type { CleaningTables } from './tables.ts'

/** A deduction with the look in which it was found. */
export interface DeductionRow extends Selectable<CleaningTables['cleaning.deduction']> {
  readonly at: string
  readonly heard_at: string
  readonly owner_id: string
  readonly post_id: string | null
  readonly unit_id: string | null
  readonly grid_path: string
}
export type EventRow = Selectable<CleaningTables['cleaning.event']>

export interface Tally {
  readonly sectionId: string
  readonly looks: number
  readonly deductions: number
  readonly points: number
  readonly open: number
}

export const deductionOf = (row: DeductionRow): Deduction => ({
  ...{ state: row.state, scorerId: row.owner_id, pointsFirst: row.points_first, points: row.points },
  outcome: row.outcome,
})

/** Sections lie in the open; who may see what was found there, the questions decide by section and grid. */
export class CleaningReader {
  protected readonly db: Kysely<CleaningTables>

  constructor(db: Kysely<CleaningTables>) {
    this.db = db
  }

  /** Of some sections in a month; those never looked at are left out. */
  async tallies(sectionIds: readonly string[], month: string): Promise<ReadonlyMap<string, Tally>> {
    if (sectionIds.length === 0) return new Map()
    const rows = await this.db
      .selectFrom('cleaning.look as look')
      .leftJoin('cleaning.deduction as found', 'found.id', 'look.id')
      .select([
        'look.section_id as sectionId',
        sql<number>`count(*)::int`.as('looks'),
        sql<number>`count(found.id)::int`.as('deductions'),
        sql<number>`coalesce(sum(found.points), 0)::int`.as('points'),
        sql<number>`count(*) filter (where found.state = 'objected')::int`.as('open'),
      ])
      .where('look.section_id', '=', sql<string>`any(${[...sectionIds]}::uuid[])`)
      .where('look.month', '=', month)
      .groupBy('look.section_id')
      .execute()
    return new Map(rows.map(row => [row.sectionId, row]))
  }

  deductionsOn(sectionIds: readonly string[], month: string): Promise<DeductionRow[]> {
    if (sectionIds.length === 0) return Promise.resolve([])
    return this.#deductions()
      .where('found.section_id', '=', sql<string>`any(${[...sectionIds]}::uuid[])`)
      .where('found.month', '=', month)
      .orderBy('look.at', 'desc')
      .orderBy('look.id')
      .execute()
  }

  find(id: string): Promise<DeductionRow | undefined> {
    return this.#deductions().where('found.id', '=', id).executeTakeFirst()
  }

  async eventsOf(deductionIds: readonly string[]): Promise<ReadonlyMap<string, readonly EventRow[]>> {
    if (deductionIds.length === 0) return new Map()
    const rows = await this.db
      .selectFrom('cleaning.event')
      .selectAll()
      .where('deduction_id', '=', sql<string>`any(${[...deductionIds]}::uuid[])`)
      .orderBy('at')
      .orderBy('id')
      .execute()
    return Map.groupBy(rows, row => row.deduction_id)
  }

  #deductions() {
    return this.db
      .selectFrom('cleaning.deduction as found')
      .innerJoin('cleaning.look as look', 'look.id', 'found.id')
      .selectAll('found')
      .select(['look.at', 'look.heard_at', 'look.owner_id', 'look.post_id', 'look.unit_id', 'look.grid_path'])
  }
}

/** Exists only inside a unit of work, and is the one place that writes looks, deductions and their events. */
export class CleaningWriter extends CleaningReader {
  readonly #tx: Transaction<CleaningTables>

  constructor(tx: Transaction<CleaningTables>) {
    super(tx)
    this.#tx = tx
  }

  /** False when the id is taken. */
  async look(row: Insertable<CleaningTables['cleaning.look']>): Promise<boolean> {
    const added = await this.#tx
      .insertInto('cleaning.look')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  }

  async add(row: Insertable<CleaningTables['cleaning.deduction']>): Promise<void> {
    await this.#tx.insertInto('cleaning.deduction').values(row).execute()
  }

  /** Holds the deduction until the unit of work ends. */
  async take(id: string): Promise<DeductionRow | undefined> {
    await this.#tx.selectFrom('cleaning.deduction').select('id').where('id', '=', id).forUpdate().execute()
    return this.find(id)
  }

  /** Adds the event and makes the row what the events make of it. */
  async happen(
    deductionId: string,
    before: Deduction | null,
    event: DeductionEvent,
    { postId, text }: { readonly postId: string | null; readonly text: string },
  ): Promise<Deduction> {
    await this.#tx
      .insertInto('cleaning.event')
      .values({
        ...{ id: newId(), deduction_id: deductionId, at: event.at, kind: event.kind, by_id: event.byId },
        ...{ post_id: postId, text, points: event.kind === 'objected' ? null : event.points },
        outcome: event.kind === 'decided' ? event.outcome : null,
      })
      .execute()
    const after = deductionAfter(before, event)
    if (before !== null) {
      await this.#tx
        .updateTable('cleaning.deduction')
        .set({ points: after.points, state: after.state, outcome: after.outcome })
        .where('id', '=', deductionId)
        .execute()
    }
    return after
  }
}
