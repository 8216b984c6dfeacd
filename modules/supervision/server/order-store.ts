import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { OrderEntry, OrderKind } from '../common/order.ts'
import type { SupervisionTables } from './tables.ts'

const columns = [
  ...([
    'id',
    'number',
    'kind',
    'state',
    'demand',
    'unit_id',
    'unit_name',
    'case_id',
    'case_number',
    'from_id',
  ] as const),
  ...(['grid_path', 'issued_by', 'issued_at', 'due_at', 'replied_at', 'timer', 'entries'] as const),
] as const

export type OrderRow = Pick<Selectable<SupervisionTables['supervision.order_paper']>, (typeof columns)[number]>

export const placedAt = (row: Pick<OrderRow, 'grid_path' | 'unit_id' | 'issued_by'>) => ({
  gridPath: row.grid_path,
  unitId: row.unit_id,
  postId: null,
  ownerId: row.issued_by,
})

const concerning = ['supervision.board', 'supervision.issue', 'supervision.instruct', 'supervision.reply']

/** Orders that one oversees or has to answer. */
export class OrderReader {
  protected readonly db: Kysely<SupervisionTables>
  protected readonly actor: Actor

  constructor(db: Kysely<SupervisionTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  /** One of those that `list` finds. */
  async find(orderId: string): Promise<OrderRow | undefined> {
    const row = await this.db
      .selectFrom('supervision.order_paper')
      .select(columns)
      .where('id', '=', orderId)
      .executeTakeFirst()
    return row && concerning.some(word => can(this.actor, word, placedAt(row))) ? row : undefined
  }

  async list(asked: {
    caseId?: string | undefined
    state?: 'open' | 'ended' | undefined
    limit: number
    cursor?: string | undefined
  }) {
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const found = await this.db
      .selectFrom('supervision.order_paper as row')
      .select(columns)
      .where(eb => eb.or(concerning.map(word => visibleWhere(this.actor, word)(eb))))
      .$if(asked.caseId !== undefined, q => q.where('case_id', '=', asked.caseId!))
      .$if(asked.state === 'ended', q => q.where('state', '=', 'ended'))
      .$if(asked.state === 'open', q => q.where('state', '<>', 'ended'))
      .$if(after !== null, q =>
        q.where(sql<boolean>`(issued_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`),
      )
      .orderBy('issued_at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return cutPage(found, asked.limit, row => [row.issued_at, row.id])
  }

  async countOpen(): Promise<number> {
    const { count } = await this.db
      .selectFrom('supervision.order_paper as row')
      .select(eb => eb.fn.countAll<string>().as('count'))
      .where('state', '<>', 'ended')
      .where(visibleWhere(this.actor, 'supervision.board'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
}

/** Exists only inside a unit of work, and is the one place that writes orders. */
export class OrderWriter extends OrderReader {
  constructor(tx: Transaction<SupervisionTables>, actor: Actor) {
    super(tx, actor)
  }

  /** Held until the unit of work ends. */
  async take(orderId: string): Promise<OrderRow | undefined> {
    return this.db
      .selectFrom('supervision.order_paper')
      .select(columns)
      .where('id', '=', orderId)
      .forUpdate()
      .executeTakeFirst()
  }

  async nextSerial(kind: OrderKind, year: number): Promise<number> {
    const { last } = await this.db
      .insertInto('supervision.number_counter')
      .values({ kind, year, last: 1 })
      .onConflict(conflict =>
        conflict.columns(['kind', 'year']).doUpdateSet({ last: sql<number>`number_counter.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    return last
  }

  async add(row: OrderRow): Promise<void> {
    await this.db.insertInto('supervision.order_paper').values(written(row)).execute()
  }

  async change(row: OrderRow): Promise<void> {
    const { id, ...rest } = written(row)
    await this.db.updateTable('supervision.order_paper').set(rest).where('id', '=', id).execute()
  }
}

/** Lists go in as JSON text: the driver would make an array of them. */
function written(row: OrderRow): OrderRow {
  const entries = JSON.stringify(row.entries) as unknown as readonly OrderEntry[]
  return { ...row, entries, timer: JSON.stringify(row.timer) as unknown as OrderRow['timer'] }
}
