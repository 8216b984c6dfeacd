import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { type PlacedRow, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor, toCursor } from '#platform/contract/common/paging.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import { type CallEvent, callAfter, type HelpCall } from '../common/call.ts'
import type { HelpTables } from './tables.ts'

const columns = [
  ...(['id', 'at', 'heard_at', 'owner_id', 'post_id', 'unit_id', 'grid_path', 'status'] as const),
  ...(['taken_by', 'taken_at', 'safer', 'ended_by', 'ended_at', 'outcome'] as const),
] as const
export type CallRow = Pick<Selectable<HelpTables['help.call']>, (typeof columns)[number]>
export type EventRow = Selectable<HelpTables['help.event']>

export const placedAt = (row: Pick<CallRow, 'grid_path' | 'unit_id' | 'post_id' | 'owner_id'>) => ({
  ...{ gridPath: row.grid_path, unitId: row.unit_id, postId: row.post_id, ownerId: row.owner_id },
})

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
  }): Promise<{ rows: CallRow[]; next: string | null }> {
    const { limit, isOpen, mine } = asked
    const after = readCursor(asked.cursor, 2)
    const rows = await this.db
      .selectFrom('help.call as row')
      .where(eb => visibleWhere(this.actor, 'help.read')(eb as unknown as ExpressionBuilder<{ row: PlacedRow }, 'row'>))
      .select(columns)
      .$if(mine === true, q => q.where('owner_id', '=', this.actor.personId))
      .$if(isOpen !== undefined, q => q.where('status', isOpen ? '<>' : '=', 'ended'))
      .$if(after !== null, q => q.where(sql<boolean>`("row".at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? toCursor([last.at, last.id]) : null }
  }

  async find(callId: string): Promise<CallRow | undefined> {
    const row = await this.db.selectFrom('help.call').select(columns).where('id', '=', callId).executeTakeFirst()
    return row && can(this.actor, 'help.read', placedAt(row)) ? row : undefined
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
  async add(row: Omit<CallRow, keyof typeof unset> & { readonly device_at: string }): Promise<boolean> {
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
    const query = this.#tx.selectFrom('help.call').select(columns).where('id', '=', callId).forUpdate()
    const row = await query.executeTakeFirst()
    return row && can(this.actor, 'help.read', placedAt(row)) ? row : undefined
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
