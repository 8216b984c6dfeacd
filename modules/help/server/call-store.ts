import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, placedAt, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type CallEvent, callAfter, type HelpCall } from '../common/call.ts'
import type { HelpTables } from './tables.ts'

const columns = [
  ...(['id', 'at', 'heard_at', 'owner_id', 'post_id', 'unit_id', 'grid_path', 'status'] as const),
  ...(['taken_by', 'taken_at', 'safer', 'ended_by', 'ended_at', 'outcome'] as const),
] as const
export type CallRow = Pick<Selectable<HelpTables['help.call']>, (typeof columns)[number]> & {
  /** Further grids in which the caller said to be since, the latest last. */
  readonly further: readonly string[]
}
export type EventRow = Selectable<HelpTables['help.event']>

const groundAt = (gridPath: string) => ({ gridPath, unitId: null, postId: null, ownerId: null })

/** Everywhere the call is before people: where it was called, then where the caller said to be. */
export const placesOf = (row: Parameters<typeof placedAt>[0] & Pick<CallRow, 'further'>) => [
  placedAt(row),
  ...row.further.map(groundAt),
]

/** Whether an actor may do this with a call, from any of its places. */
export const mayWith = (actor: Actor, permission: string, row: CallRow) =>
  placesOf(row).some(placed => can(actor, permission, placed))

const further = sql<string[]>`array(select ground.grid_path from help.ground
  where ground.call_id = id order by ground.at, ground.grid_path)`.as('further')

export const callOf = (row: CallRow): HelpCall => ({
  ...{ status: row.status, callerId: row.owner_id, takenBy: row.taken_by, takenAt: row.taken_at, safer: row.safer },
  ...{ endedBy: row.ended_by, endedAt: row.ended_at, outcome: row.outcome },
})

/** Calls for help on behalf of one actor: what the actor may not read is not found. */
export class CallReader {
  protected readonly db: Kysely<HelpTables>
  protected readonly actor: Actor

  constructor(db: Kysely<HelpTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: {
    readonly limit: number
    readonly cursor?: string | undefined
    readonly isOpen?: boolean | undefined
    readonly mine?: boolean | undefined
  }): Promise<Page<CallRow>> {
    const { limit, isOpen, mine } = asked
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const rows = await this.db
      .selectFrom('help.call as row')
      .where(eb =>
        eb.or([
          visibleWhere(this.actor, 'help.read')(eb),
          // Every other kind of grant sees the call itself already.
          eb.exists(
            eb
              .selectFrom('help.ground as ground')
              .select('ground.call_id')
              .whereRef('ground.call_id', '=', 'row.id')
              .where(on => on.or(this.#subtrees().map(path => on(`ground.${placeColumn(depthOf(path))}`, '=', path)))),
          ),
        ]),
      )
      .select(columns)
      .select(further)
      .$if(mine === true, q => q.where('owner_id', '=', this.actor.personId))
      .$if(isOpen !== undefined, q => q.where('status', isOpen ? '<>' : '=', 'ended'))
      .$if(after !== null, q => q.where(sql<boolean>`("row".at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.at, last.id])
  }

  async find(callId: string): Promise<CallRow | undefined> {
    const query = this.db.selectFrom('help.call').select(columns).select(further).where('id', '=', callId)
    const row = await query.executeTakeFirst()
    return row && mayWith(this.actor, 'help.read', row) ? row : undefined
  }

  #subtrees(): string[] {
    return this.actor.grants.flatMap(({ permission, within }) =>
      permission === 'help.read' && within.kind === 'subtree' ? [within.path] : [],
    )
  }

  eventsOf(callId: string): Promise<EventRow[]> {
    return this.db
      .selectFrom('help.event')
      .selectAll()
      .where('call_id', '=', callId)
      .orderBy('at')
      .orderBy('id')
      .execute()
  }
}

/** Exists only inside a unit of work, and is the one place that writes calls. */
export class CallWriter extends CallReader {
  readonly #tx: Transaction<HelpTables>

  constructor(tx: Transaction<HelpTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** False when the id is taken. */
  async add(row: Omit<CallRow, keyof typeof unset | 'further'> & { readonly device_at: string }): Promise<boolean> {
    const added = await this.#tx
      .insertInto('help.call')
      .values({ ...row, ...unset, device_at: row.device_at as never })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  }

  /** Holds the call until the unit of work ends. */
  async take(callId: string): Promise<CallRow | undefined> {
    const query = this.#tx.selectFrom('help.call').select(columns).select(further).where('id', '=', callId).forUpdate()
    const row = await query.executeTakeFirst()
    return row && mayWith(this.actor, 'help.read', row) ? row : undefined
  }

  /** The caller is in another grid now, besides which the call is before the people of the earlier ones as well. */
  async addGround(callId: string, gridPath: string, at: Instant): Promise<void> {
    await this.#tx.insertInto('help.ground').values({ call_id: callId, grid_path: gridPath, at }).execute()
  }

  /** Adds the event and makes the row what the events make of it. `seal` binds what was said to the event’s id. */
  async happen(callId: string, before: HelpCall | null, event: CallEvent, seal: (eventId: string) => Buffer | null) {
    const id = newId()
    const more = {
      safer: event.kind === 'told-more' ? event.safer : null,
      outcome: event.kind === 'ended' ? event.outcome : null,
    }
    const said = { said_sealed: seal(id), post_id: this.actor.postId }
    const row = { id, call_id: callId, at: event.at, kind: event.kind, by_id: event.byId, ...more, ...said }
    await this.#tx.insertInto('help.event').values(row).execute()
    const call = callAfter(before, event)
    if (before !== null) {
      await this.#tx
        .updateTable('help.call')
        .set({
          ...{ status: call.status, taken_by: call.takenBy, taken_at: call.takenAt, safer: call.safer },
          ...{ ended_by: call.endedBy, ended_at: call.endedAt, outcome: call.outcome },
        })
        .where('id', '=', callId)
        .execute()
    }
    return call
  }
}

const unset = {
  ...{ status: 'waiting' as const, taken_by: null, taken_at: null, safer: null },
  ...{ ended_by: null, ended_at: null, outcome: null },
}
