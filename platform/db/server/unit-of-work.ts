import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type KyselyPlugin,
  Transaction,
} from 'kysely'
import pg from 'pg'
import { type Hold, HeldWrites } from './held-writes.ts'
import { postgresDialect } from './postgres-driver.ts'

/** The database as the program sees it: a handle to read with, and one way to write. */
export interface Db {
  /** Reads outside a unit of work. `T` is the caller's own tables. */
  read<T>(): Kysely<T>
  /** The only way to write. Runs again, from the start, after a serialization failure or a deadlock. */
  unitOfWork<T, R>(work: (tx: Transaction<T>, hold: Hold) => Promise<R>): Promise<R>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** Something that the work remembered from before has changed meanwhile: it is brought up to date and the work done again. */
export class OutOfDate extends Error {
  readonly bringUpToDate: () => Promise<void>
  constructor(what: string, bringUpToDate: () => Promise<void>) {
    super(`${what} is out of date`)
    this.bringUpToDate = bringUpToDate
  }
}

const int8 = 20
const date = 1082
const timestamptz = 1184
const textList = 1009

/** Numbers as numbers, moments as `Instant`, plain dates as text: no `Date` object enters the program by way of a row. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return Number
    if (oid === date) return (text: string) => text
    if (oid === timestamptz) return instantFrom
    if (oid === textList) return textsFrom
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

/** PostgreSQL writes `2026-03-01 08:00:00.5+00` where the session is in UTC; a list of matters has hundreds of them. */
const inUtc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/

function instantFrom(text: string): string {
  if (!inUtc.test(text)) return new Date(text).toISOString()
  const milliseconds = text.length === 22 ? '000' : text.slice(20, -3).padEnd(3, '0').slice(0, 3)
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`
}

const anyTexts = (pg.types.getTypeParser as (oid: number) => (text: string) => unknown)(textList)
/** Quotes, escapes, lists within lists, and NULL: left to the driver's own reader. */
const notPlain = /["\\]|NULL|^\{\{|^[^{]/

/** `{示范街道,第1管理区}`: nearly all lists of names are plain, and each row of a list has one. */
function textsFrom(text: string): readonly (string | null)[] {
  if (notPlain.test(text)) return anyTexts(text) as (string | null)[]
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

export function connect(url: string, options: { connections?: number; applicationName?: string } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: options.applicationName ?? 'wangge',
    types,
    pipeline: true,
  })
  // A connection that breaks is replaced at the next use, and whoever waits for it is told. Without listeners it would
  // end the program: idle ones tell the pool, those at work only themselves.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return guarded(pool)
}

/**
 * A query on the outer handle during a unit of work would quietly miss the transaction, and with a drained pool wait
 * for itself for ever. Both become an error at once.
 */
function guarded(pool: pg.Pool): Db {
  const dialect = postgresDialect(pool)
  const root = new Kysely<unknown>({ dialect })
  const open = new AsyncLocalStorage<true>()
  const guard: KyselyPlugin = {
    transformQuery({ node }) {
      if (open.getStore()) throw new Error('query outside the open unit of work')
      return node
    },
    async transformResult({ result }) {
      return result
    },
  }
  const read = root.withPlugin(guard)
  return {
    pool,
    read: <T>() => read as unknown as Kysely<T>,
    unitOfWork<T, R>(work: (tx: Transaction<T>, hold: Hold) => Promise<R>): Promise<R> {
      if (open.getStore()) throw new Error('units of work do not nest')
      const once = async () => {
        let held: HeldWrites | undefined
        try {
          return await root.transaction().execute(async waiting => {
            const unit = await sentAtOnce(waiting, dialect)
            held = unit.held
            const tx = unit.tx as unknown as Transaction<T>
            const result = await open.run(true, () => work(tx, write => unit.held.hold(write)))
            // Sent in the same turn as the commit, which follows at once.
            unit.held.flush()
            return result
          })
        } finally {
          // A commit that failed says only that everything was undone; the statements before it say why.
          await held?.allDone()
        }
      }
      return again(once, 3)
    },
    close: () => root.destroy(),
  }
}

/**
 * Kysely holds a statement of a transaction back until the one before it is answered. The connection keeps them in order
 * by itself, so here each is sent when it is asked: what does not need the answer before it waits for nothing. Writes
 * that are held back go before it, so that it sees them.
 */
async function sentAtOnce(waiting: Transaction<unknown>, dialect: Dialect) {
  const executor = waiting.getExecutor()
  const single = await executor.provideConnection(async connection => connection)
  const held = new HeldWrites(statement => single.executeQuery(statement as CompiledQuery))
  const connection: DatabaseConnection = {
    executeQuery(query) {
      held.flush()
      return single.executeQuery(query)
    },
    streamQuery: (query, size) => single.streamQuery(query, size),
  }
  const tx = new Transaction<unknown>({
    config: { dialect },
    dialect,
    driver: dialect.createDriver(),
    executor: executor.withConnectionProvider({ provideConnection: consumer => consumer(connection) }),
  })
  return { tx, held }
}

async function again<R>(work: () => Promise<R>, times: number): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (times <= 1 || !(error instanceof OutOfDate || isPassing(error))) throw error
    if (error instanceof OutOfDate) await error.bringUpToDate()
    return again(work, times - 1)
  }
}

/** SQLSTATE 40001 and 40P01: the same work may succeed when it is simply done again. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}
