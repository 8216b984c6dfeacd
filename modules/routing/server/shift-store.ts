import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { keptQuery } from '#platform/db/server/kept-query.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'
import type { RoutingTables } from './tables.ts'

const dayMilliseconds = 86_400_000

export type ShiftRow = Selectable<RoutingTables['routing.shift']>

const standingOfPosts = keptQuery((db: Kysely<RoutingTables>, postIds: string[], from: Instant, until: Instant) =>
  db
    .selectFrom('routing.shift')
    .selectAll()
    .where('removed_at', 'is', null)
    .where('post_id', '=', sql<string>`any(${postIds}::text[])`)
    .where('starts_at', '<', until)
    .where('ends_at', '>', from),
)

/** Shifts that stand; who was planned before is in the rows marked as removed. It takes no actor: the door is the unit. */
export class ShiftReader {
  protected readonly db: Kysely<RoutingTables>

  constructor(db: Kysely<RoutingTables>) {
    this.db = db
  }

  async inUnit(unitId: string, from: string, until: string): Promise<ShiftRow[]> {
    return this.#standing()
      .where('unit_id', '=', unitId)
      .where('day', '>=', from)
      .where('day', '<', until)
      .orderBy('starts_at')
      .orderBy('id')
      .execute()
  }

  /** Of some posts, also those of the night before and the morning after. */
  async ofPosts(postIds: readonly string[], from: Instant, until: Instant): Promise<ShiftRow[]> {
    return postIds.length === 0 ? [] : standingOfPosts(this.db, [...new Set(postIds)], from, until)
  }

  /** Posts on a shift that covers the moment. */
  async postsAt(now: Instant): Promise<string[]> {
    const rows = await this.#standing()
      .clearSelect()
      .select('post_id')
      .distinct()
      // No shift is longer than a day: so the index finds those that have begun.
      .where('starts_at', '>', instantOf(millisecondsOf(now) - dayMilliseconds - 1))
      .where('starts_at', '<=', now)
      .where('ends_at', '>', now)
      .execute()
    return rows.map(row => row.post_id)
  }

  /** Posts whose shift began or ended after one moment and until another. */
  async postsThatChanged(after: Instant, until: Instant): Promise<string[]> {
    const rows = await this.#standing()
      .clearSelect()
      .select('post_id')
      .distinct()
      .where('starts_at', '>', instantOf(millisecondsOf(after) - dayMilliseconds - 1))
      .where('starts_at', '<=', until)
      .where(eb =>
        eb.or([eb('starts_at', '>', after), eb.and([eb('ends_at', '>', after), eb('ends_at', '<=', until)])]),
      )
      .execute()
    return rows.map(row => row.post_id)
  }

  async find(shiftId: string): Promise<ShiftRow | undefined> {
    return this.#standing().where('id', '=', shiftId).executeTakeFirst()
  }

  /** Units with a shift from this day on. */
  async units(from: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('routing.shift')
      .select('unit_id')
      .where('removed_at', 'is', null)
      .where('day', '>=', from)
      .distinct()
      .execute()
    return rows.map(row => row.unit_id)
  }

  #standing() {
    return this.db.selectFrom('routing.shift').selectAll().where('removed_at', 'is', null)
  }
}

/** Exists only inside a unit of work, and is the one place that writes shifts. */
export class ShiftWriter extends ShiftReader {
  constructor(tx: Transaction<RoutingTables>) {
    super(tx)
  }

  /** Two who plan the same unit at once do it one after the other: only then are double shifts seen. */
  async hold(unitId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`routing.shift ${unitId}`}, 0))`.execute(this.db)
  }

  async remove(ids: readonly string[], at: Instant, by: string): Promise<void> {
    if (ids.length === 0) return
    await this.db
      .updateTable('routing.shift')
      .set({ removed_at: at, removed_by: by })
      .where('id', 'in', [...ids])
      .execute()
  }

  async add(rows: readonly Insertable<RoutingTables['routing.shift']>[]): Promise<void> {
    if (rows.length > 0)
      await this.db
        .insertInto('routing.shift')
        .values([...rows])
        .execute()
  }
}

const readerOf = (db: ReadHandle) => new ShiftReader(db as unknown as Kysely<RoutingTables>)

/** The posts of a unit that are on shift at a moment. */
export async function onDuty(db: ReadHandle, unitId: string, now: Instant): Promise<string[]> {
  const day = (days: number) => instantOf(millisecondsOf(now) + days * dayMilliseconds).slice(0, 10)
  const rows = await readerOf(db).inUnit(unitId, day(-2), day(2))
  return [...new Set(rows.filter(row => row.starts_at <= now && now < row.ends_at).map(row => row.post_id))]
}

/**
 * Of some posts, those that work in shifts (one within `rhythmDays` before or after), and whether they are on one now.
 * Posts that no plan knows are not among them: without a plan everybody is on duty.
 */
export async function onShift(
  db: ReadHandle,
  postIds: readonly string[],
  now: Instant,
  rhythmDays: number,
): Promise<ReadonlyMap<string, boolean>> {
  const around = (days: number) => instantOf(millisecondsOf(now) + days * dayMilliseconds)
  const rows = await readerOf(db).ofPosts(postIds, around(-rhythmDays), around(rhythmDays))
  const on = new Set(rows.filter(row => row.starts_at <= now && now < row.ends_at).map(row => row.post_id))
  return new Map(rows.map(row => [row.post_id, on.has(row.post_id)]))
}

/** Posts on a shift now. */
export const postsOnShift = (db: ReadHandle, now: Instant): Promise<string[]> => readerOf(db).postsAt(now)

/** Posts whose shift began or ended after one moment and until another. */
export const postsChangingShift = (db: ReadHandle, after: Instant, until: Instant): Promise<string[]> =>
  readerOf(db).postsThatChanged(after, until)

/** Shifts of one post that touch a span of time, in their order. */
export async function shiftsOf(
  db: ReadHandle,
  postId: string,
  from: Instant,
  until: Instant,
): Promise<{ readonly startsAt: Instant; readonly endsAt: Instant }[]> {
  const rows = await readerOf(db).ofPosts([postId], from, until)
  return rows
    .map(row => ({ startsAt: row.starts_at, endsAt: row.ends_at }))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
