import type { Duplex } from 'node:stream'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { KeptStatement } from './kept-query.ts'
import { StatementNames } from './statement-names.ts'

/**
 * PostgreSQL for Kysely with as few waits as a unit of work allows: `begin` travels with the first statement, a
 * statement that nobody waits for travels with `commit`, and statements of a unit of work are parsed and planned once
 * per connection. The pool must be made with `pipeline: true`.
 */
export function postgresDialect(pool: pg.Pool): Dialect {
  return {
    createDriver: () => new PipelinedDriver(pool),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: db => new PostgresIntrospector(db),
  }
}

class PipelinedDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #names: Names = { step: new StatementNames('step', 250), list: new StatementNames('list', 40) }

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    return new PooledConnection(await this.#pool.connect(), this.#names)
  }

  async beginTransaction(connection: PooledConnection): Promise<void> {
    connection.begin()
  }

  async commitTransaction(connection: PooledConnection): Promise<void> {
    await connection.commit()
  }

  async rollbackTransaction(connection: PooledConnection): Promise<void> {
    await connection.rollback()
  }

  async releaseConnection(connection: PooledConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {
    await this.#pool.end()
  }
}

type Names = Readonly<Record<KeptStatement['keptAs'], StatementNames>>

/**
 * How a connection plans what it reads. By its values: anew each time. As a walk: once, along an index, however small the
 * table still is. PostgreSQL left to itself hardly ever keeps the plan of a list, since it takes planning for much cheaper
 * than it is, and what it keeps from a small table reads the whole of it when it has grown.
 */
const plannings = {
  values: 'set plan_cache_mode = auto; set enable_seqscan = on; set enable_bitmapscan = on',
  walk: 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off',
}

class PooledConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient & { planning?: keyof typeof plannings }
  readonly #names: Names
  #inWork = false
  #isOver = false
  #isBroken = false

  constructor(client: pg.PoolClient, names: Names) {
    this.#client = client
    this.#names = names
  }

  async executeQuery<R>(query: CompiledQuery | KeptStatement): Promise<QueryResult<R>> {
    const { sql, parameters } = query
    // What is read is planned with the values it is asked for; a unit of work touches rows by key, where one plan fits all.
    const keptAs = 'keptAs' in query ? query.keptAs : this.#inWork ? 'step' : undefined
    const name = keptAs && this.#names[keptAs].of(sql)
    if (!this.#inWork && keptAs !== 'step') this.#plan(keptAs === 'list' ? 'walk' : 'values')
    if (this.#isOver) throw new Error('statement after the end of its unit of work')
    const values = [...parameters]
    const { command, rowCount, rows } = await this.#send(name ? { name, text: sql, values } : { text: sql, values })
    const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return changes ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows: rows ?? [] }
  }

  // The interface wants a generator, and nothing here reads by cursor.
  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('rows are read in pages, not by cursor')
  }

  /** Is not waited for: where `begin` fails the connection is gone, and so fails what follows. */
  begin(): void {
    this.#inWork = true
    this.#send({ text: 'begin' }).catch(() => {
      this.#isBroken = true
    })
  }

  async commit(): Promise<void> {
    this.#isOver = true
    const { command } = await this.#send({ text: 'commit' })
    // PostgreSQL ends an aborted transaction that way, without an error.
    if (command === 'ROLLBACK') throw new AbortedTransactionError()
  }

  async rollback(): Promise<void> {
    this.#isOver = true
    await this.#send({ text: 'rollback' }).catch(error => {
      this.#isBroken = true
      throw error
    })
  }

  release(): void {
    this.#client.release(this.#isBroken)
  }

  /** Is not waited for, and stays until something else is wanted. Outside transactions only: they would take it back. */
  #plan(planning: keyof typeof plannings): void {
    if ((this.#client.planning ?? 'values') === planning) return
    this.#client.planning = planning
    this.#send({ text: plannings[planning] }).catch(() => {
      this.#isBroken = true
    })
  }

  /** What is sent within one turn of the event loop leaves in one write: writing to a socket is the dear part. */
  #send(query: pg.QueryConfig): Promise<pg.QueryResult> {
    const { stream } = (this.#client as unknown as { connection: { stream: Duplex } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return this.#client.query(query)
  }
}
