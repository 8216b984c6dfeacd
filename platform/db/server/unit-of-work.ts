import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, type KyselyPlugin, type Transaction } from 'kysely'
import pg from 'pg'
import { postgresDialect } from './postgres-driver.ts'

/** The database as the program sees it: a handle to read with, and one way to write. */
export interface Db {
  /** Reads outside a unit of work. `T` is the caller's own tables. */
  read<T>(): Kysely<T>
  /** The only way to write. Runs again, from the start, after a serialization failure or a deadlock. */
  unitOfWork<T, R>(work: (tx: Transaction<T>, withCommit: WithCommit) => Promise<R>): Promise<R>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/**
 * Hands over the last statement of a unit of work, which nobody waits for: it is sent together with `commit`. When it
 * fails nothing is committed, and its error is the unit's.
 */
export type WithCommit = (last: Promise<unknown>) => void

const int8 = 20
const date = 1082
const timestamptz = 1184

/** Numbers as numbers, moments as `Instant`, plain dates as text: no `Date` object enters the program by way of a row. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return Number
    if (oid === date) return (text: string) => text
    if (oid === timestamptz) return (text: string) => new Date(text).toISOString()
    return pg.types.getTypeParser(oid, format)
  },
} as pg.CustomTypesConfig

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
  return guarded(new Kysely<unknown>({ dialect: postgresDialect(pool) }), pool)
}

/**
 * A query on the outer handle during a unit of work would quietly miss the transaction, and with a drained pool wait
 * for itself for ever. Both become an error at once.
 */
function guarded(root: Kysely<unknown>, pool: pg.Pool): Db {
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
    unitOfWork<T, R>(work: (tx: Transaction<T>, withCommit: WithCommit) => Promise<R>): Promise<R> {
      if (open.getStore()) throw new Error('units of work do not nest')
      const once = () =>
        toTheEnd(withCommit =>
          root.transaction().execute(tx => open.run(true, () => work(tx as unknown as Transaction<T>, withCommit))),
        )
      return again(once, 3)
    },
    close: () => root.destroy(),
  }
}

/** A commit that failed says only that everything was undone; the statement before it says why. */
async function toTheEnd<R>(committed: (withCommit: WithCommit) => Promise<R>): Promise<R> {
  let last: Promise<unknown> | undefined
  try {
    return await committed(statement => {
      last = statement
      last.catch(() => {})
    })
  } finally {
    await last
  }
}

async function again<R>(work: () => Promise<R>, times: number): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (times > 1 && isPassing(error)) return again(work, times - 1)
    throw error
  }
}

/** SQLSTATE 40001 and 40P01: the same work may succeed when it is simply done again. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}
