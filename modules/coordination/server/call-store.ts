import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { CoordinationTables } from './tables.ts'

const columns = [
  ...(['id', 'whistle_id', 'number', 'what', 'place', 'case_id', 'case_number', 'grid_path', 'unit_id'] as const),
  ...(['unit_name', 'owner_id', 'state', 'blown_at', 'due_at', 'arrived_at', 'was_in_time', 'speed'] as const),
  ...(['result', 'timer'] as const),
] as const

export type CallRow = Pick<Selectable<CoordinationTables['coordination.call']>, (typeof columns)[number]>
export type EntryRow = Selectable<CoordinationTables['coordination.entry']>

export const placedAt = (row: Pick<CallRow, 'grid_path' | 'unit_id' | 'owner_id'>) => ({
  gridPath: row.grid_path,
  unitId: row.unit_id,
  postId: null,
  ownerId: row.owner_id,
})

const concerning = ['coordination.blow', 'coordination.answer', 'coordination.read']

/** Calls that one blew, oversees or has to answer. */
export class CallReader {
  protected readonly db: Kysely<CoordinationTables>
  protected readonly actor: Actor

  constructor(db: Kysely<CoordinationTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: {
    caseId?: string | undefined
    unitId?: string | undefined
    state?: 'open' | 'ended' | undefined
    limit: number
    cursor?: string | undefined
  }) {
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const ended = ['rated', 'excused', 'cancelled'] as const
    const found: CallRow[] = await this.db
      .selectFrom('coordination.call as row')
      .select(columns)
      .where(eb => eb.or(concerning.map(word => visibleWhere(this.actor, word)(eb))))
      .$if(asked.caseId !== undefined, q => q.where('case_id', '=', asked.caseId!))
      .$if(asked.unitId !== undefined, q => q.where('unit_id', '=', asked.unitId!))
      .$if(asked.state === 'ended', q => q.where('state', 'in', ended))
      .$if(asked.state === 'open', q => q.where('state', 'not in', ended))
      .$if(after !== null, q => q.where(sql<boolean>`(blown_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`))
      .orderBy('blown_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return cutPage(found, asked.limit, row => [row.blown_at, row.id])
  }

  async entriesOf(callIds: readonly string[]): Promise<readonly EntryRow[]> {
    if (callIds.length === 0) return []
    return this.db
      .selectFrom('coordination.entry')
      .select(['call_id', 'serial', 'step', 'at', 'by_id', 'post_id', 'text'])
      .where('call_id', 'in', callIds)
      .orderBy('call_id')
      .orderBy('serial')
      .execute()
  }

  /** By department, over the whistles of some days that the caller may see. Late is late also when nobody came. */
  async figures(from: string, until: string) {
    return this.db
      .selectFrom('coordination.call as row')
      .select(eb => [
        'unit_id',
        sql<string>`max(unit_name)`.as('unit_name'),
        eb.fn.countAll<number>().as('called'),
        sql<number>`count(*) filter (where state in ('confirmed', 'rated'))::int`.as('arrived'),
        sql<number>`count(*) filter (where state in ('confirmed', 'rated') and was_in_time)::int`.as('in_time'),
        sql<number>`count(*) filter (where state = 'excused')::int`.as('excused'),
        sql<number | null>`round(avg(extract(epoch from arrived_at - blown_at) / 60)
          filter (where state in ('confirmed', 'rated')), 1)::float8`.as('minutes'),
        sql<number | null>`round(avg(speed), 1)::float8`.as('speed'),
        sql<number | null>`round(avg(result), 1)::float8`.as('result'),
      ])
      .where('state', '<>', 'cancelled')
      .where('blown_at', '>=', sql<string>`(${from}::date::timestamp at time zone 'Asia/Shanghai')`)
      .where('blown_at', '<', sql<string>`((${until}::date + 1)::timestamp at time zone 'Asia/Shanghai')`)
      .where(visibleWhere(this.actor, 'coordination.read'))
      .groupBy('unit_id')
      .orderBy('unit_id')
      .execute()
  }

  mayRead(row: CallRow): boolean {
    return concerning.some(word => can(this.actor, word, placedAt(row)))
  }
}

/** Exists only inside a unit of work, and is the one place that writes calls. */
export class CallWriter extends CallReader {
  constructor(tx: Transaction<CoordinationTables>, actor: Actor) {
    super(tx, actor)
  }

  /** Held until the unit of work ends. */
  async take(callId: string): Promise<CallRow | undefined> {
    const row = await this.db
      .selectFrom('coordination.call')
      .select(columns)
      .where('id', '=', callId)
      .forUpdate()
      .executeTakeFirst()
    return row && this.mayRead(row) ? row : undefined
  }

  async hasWhistle(whistleId: string): Promise<boolean> {
    const found = await this.db
      .selectFrom('coordination.call')
      .select('id')
      .where('whistle_id', '=', whistleId)
      .executeTakeFirst()
    return found !== undefined
  }

  async nextSerial(year: number): Promise<number> {
    const { last } = await this.db
      .insertInto('coordination.number_counter')
      .values({ year, last: 1 })
      .onConflict(conflict => conflict.column('year').doUpdateSet({ last: sql<number>`number_counter.last + 1` }))
      .returning('last')
      .executeTakeFirstOrThrow()
    return last
  }

  async add(row: CallRow): Promise<void> {
    await this.db
      .insertInto('coordination.call')
      .values({ ...row, timer: jsonValue(row.timer) as never })
      .execute()
  }

  async change({ id, state, due_at, arrived_at, was_in_time, speed, result, timer }: CallRow): Promise<void> {
    await this.db
      .updateTable('coordination.call')
      .set({ state, due_at, arrived_at, was_in_time, speed, result, timer: jsonValue(timer) as never })
      .where('id', '=', id)
      .execute()
  }

  async tell(entry: Omit<EntryRow, 'serial'>): Promise<void> {
    const { call_id, step, at, by_id, post_id, text } = entry
    await sql`insert into coordination.entry (call_id, serial, step, at, by_id, post_id, text)
      select ${call_id}, coalesce(max(serial), 0) + 1, ${step}, ${at}::timestamptz, ${by_id}, ${post_id}, ${text}
      from coordination.entry where call_id = ${call_id}`.execute(this.db)
  }
}
