import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, placedAt, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type Matter, matterAfter, type MatterEvent, type MatterOutcome } from '../common/matter.ts'
import type { MediationTables } from './tables.ts'

const columns = [
  ...(['id', 'at', 'owner_id', 'post_id', 'unit_id', 'grid_path', 'kind', 'outcome'] as const),
  ...(['follow_up_on', 'keeping'] as const),
] as const
export type MatterRow = Pick<Selectable<MediationTables['mediation.matter']>, (typeof columns)[number]>
export type EventRow = Selectable<MediationTables['mediation.event']>

export const matterOf = (row: MatterRow): Matter => ({
  ...{ outcome: row.outcome, followUpOn: row.follow_up_on, keeping: row.keeping },
})

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly outcome?: MatterOutcome | undefined
  readonly gridPath?: string | undefined
  readonly mine?: boolean | undefined
}

/** Mediations on behalf of one actor: what the actor may not read is not found. */
export class MatterReader {
  protected readonly db: Kysely<MediationTables>
  protected readonly actor: Actor

  constructor(db: Kysely<MediationTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: Asked): Promise<Page<MatterRow>> {
    const { limit, outcome, gridPath, mine } = asked
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const rows = await this.db
      .selectFrom('mediation.matter as row')
      .where(visibleWhere(this.actor, 'mediation.read'))
      .select(columns)
      .$if(mine === true, q => q.where('owner_id', '=', this.actor.personId))
      .$if(outcome !== undefined, q => q.where('outcome', '=', outcome!))
      .$if(gridPath !== undefined, q => q.where(`row.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .$if(after !== null, q => q.where(sql<boolean>`("row".at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.at, last.id])
  }

  eventsOf(matterId: string): Promise<EventRow[]> {
    return this.db
      .selectFrom('mediation.event')
      .selectAll()
      .where('matter_id', '=', matterId)
      .orderBy('at')
      .orderBy('id')
      .execute()
  }

  async find(matterId: string): Promise<MatterRow | undefined> {
    const row = await this.db
      .selectFrom('mediation.matter')
      .select(columns)
      .where('id', '=', matterId)
      .executeTakeFirst()
    return row && can(this.actor, 'mediation.read', placedAt(row)) ? row : undefined
  }
}

/** Exists only inside a unit of work, and is the one place that writes mediations. */
export class MatterWriter extends MatterReader {
  readonly #tx: Transaction<MediationTables>

  constructor(tx: Transaction<MediationTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** False when the id is taken. */
  async add(row: Insertable<MediationTables['mediation.matter']>): Promise<boolean> {
    const added = await this.#tx
      .insertInto('mediation.matter')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  }

  /** Holds the matter until the unit of work ends. */
  async take(matterId: string): Promise<MatterRow | undefined> {
    await this.#tx.selectFrom('mediation.matter').select('id').where('id', '=', matterId).forUpdate().execute()
    return this.find(matterId)
  }

  /** Adds the event and makes the row what the events make of it. `seal` binds what was said to the event’s id. */
  async happen(matterId: string, before: Matter | null, event: MatterEvent, seal: (eventId: string) => Buffer) {
    const id = newId()
    const { personId, postId } = this.actor
    await this.#tx
      .insertInto('mediation.event')
      .values({
        ...{ id, matter_id: matterId, at: event.at, kind: event.kind, by_id: personId, post_id: postId },
        keeping: event.kind === 'followed-up' ? event.keeping : null,
        next_on: event.kind === 'followed-up' ? event.nextOn : event.followUpOn,
        said_sealed: seal(id),
      })
      .execute()
    const after = matterAfter(before, event)
    if (before !== null) {
      await this.#tx
        .updateTable('mediation.matter')
        .set({ outcome: after.outcome, follow_up_on: after.followUpOn, keeping: after.keeping })
        .where('id', '=', matterId)
        .execute()
    }
    return after
  }

  /** On record before anything is shown, and in the same unit of work. */
  async noteLook(matterId: string, at: Instant): Promise<void> {
    const { personId, postId } = this.actor
    await this.#tx
      .insertInto('mediation.look')
      .values({ matter_id: matterId, at, by_id: personId, post_id: postId })
      .execute()
  }
}
