import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, placedAt, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Outcome, VisitKind } from '../common/visit.ts'
import type { VisitsTables } from './tables.ts'

const columns = [
  ...(['id', 'kind', 'at', 'device_at', 'heard_at', 'owner_id', 'post_id', 'unit_id', 'grid_path'] as const),
  ...(['thing_ids', 'topic', 'meeting', 'consent', 'outcome', 'due_on', 'reached', 'text_sealed', 'cases'] as const),
  ...(['done_at', 'done_by', 'done_sealed'] as const),
] as const
export type VisitRow = Pick<Selectable<VisitsTables['visits.visit']>, (typeof columns)[number]>

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly kind?: VisitKind | undefined
  readonly outcome?: Outcome | undefined
  readonly gridPath?: string | undefined
  /** People and households. */
  readonly toAny?: readonly string[] | undefined
  readonly mine?: boolean | undefined
}

/** Visits on behalf of one actor: what the actor may not read is not found. */
export class VisitReader {
  protected readonly db: Kysely<VisitsTables>
  protected readonly actor: Actor

  constructor(db: Kysely<VisitsTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: Asked): Promise<Page<VisitRow>> {
    const { limit, kind, outcome, gridPath, toAny, mine } = asked
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const rows = await this.#seen()
      .select(columns)
      .$if(mine === true, q => q.where('owner_id', '=', this.actor.personId))
      .$if(kind !== undefined, q => q.where('kind', '=', kind!))
      .$if(outcome !== undefined, q => q.where('outcome', '=', outcome!))
      .$if(toAny !== undefined, q => q.where(sql<boolean>`thing_ids && ${[...toAny!]}::uuid[]`))
      .$if(gridPath !== undefined, q => q.where(`row.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .$if(after !== null, q => q.where(sql<boolean>`("row".at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.at, last.id])
  }

  /** The latest visit to each of some people or households, whoever made it, as far as the actor may read it. */
  async latestOf(thingIds: readonly string[]): Promise<ReadonlyMap<string, VisitRow>> {
    if (thingIds.length === 0) return new Map()
    const asked = sql`array[${sql.join([...thingIds])}]::uuid[]`
    const rows = await this.#seen()
      .innerJoin(sql<{ asked_id: string }>`unnest(${asked})`.as<'asked'>(sql`asked(asked_id)`), join => join.onTrue())
      .distinctOn('asked_id')
      .select(['asked_id', ...columns])
      .where(sql<boolean>`thing_ids && ${asked} and asked_id = any(thing_ids)`)
      .orderBy('asked_id')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return new Map(rows.map(({ asked_id: id, ...row }) => [id, row]))
  }

  async find(visitId: string): Promise<VisitRow | undefined> {
    const row = await this.db.selectFrom('visits.visit').select(columns).where('id', '=', visitId).executeTakeFirst()
    return row && can(this.actor, 'visits.read', placedAt(row)) ? row : undefined
  }

  #seen() {
    return this.db.selectFrom('visits.visit as row').where(visibleWhere(this.actor, 'visits.read'))
  }
}

/** Exists only inside a unit of work, and is the one place that writes visits. */
export class VisitWriter extends VisitReader {
  readonly #tx: Transaction<VisitsTables>

  constructor(tx: Transaction<VisitsTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  async isTaken(visitId: string): Promise<boolean> {
    const known = await this.#tx.selectFrom('visits.visit').select('id').where('id', '=', visitId).executeTakeFirst()
    return known !== undefined
  }

  /** False when the id is taken. */
  async add(row: Insertable<VisitsTables['visits.visit']>): Promise<boolean> {
    const added = await this.#tx
      .insertInto('visits.visit')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  }

  /** Holds the visit until the unit of work ends. */
  async take(visitId: string): Promise<VisitRow | undefined> {
    const row = await this.#tx
      .selectFrom('visits.visit')
      .select(columns)
      .where('id', '=', visitId)
      .forUpdate()
      .executeTakeFirst()
    return row && can(this.actor, 'visits.read', placedAt(row)) ? row : undefined
  }

  async finish(visitId: string, done: { at: Instant; sealed: Buffer | null }): Promise<void> {
    await this.#tx
      .updateTable('visits.visit')
      .set({ outcome: 'done', done_at: done.at, done_by: this.actor.personId, done_sealed: done.sealed })
      .where('id', '=', visitId)
      .execute()
  }

  /** On record before anything is shown, and in the same unit of work. */
  async noteLook(visitId: string, at: Instant): Promise<void> {
    const { personId, postId } = this.actor
    await this.#tx
      .insertInto('visits.look')
      .values({ visit_id: visitId, at, by_id: personId, post_id: postId })
      .execute()
  }
}
