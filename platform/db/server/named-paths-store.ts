import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'

/** Any handle that reads; which tables its type names does not matter. */
type ReadHandle = Pick<Kysely<unknown>, 'getExecutor' | 'isTransaction'>

/** A column that names a grid by its path, and follows when that path is no more. */
export interface NamedPaths {
  /** `schema.table.column`, as people look for it in the schema. */
  readonly column: string
  /** How many rows name each of these paths. */
  count(db: ReadHandle, paths: readonly string[]): Promise<readonly { path: string; count: number }[]>
  /** Path that is no more → the path to name from now on. Doing it again changes nothing. */
  rename(tx: Transaction<unknown>, heirs: ReadonlyMap<string, string>): Promise<void>
}

/**
 * Rows of a table that name a grid by its path. Those that say what was once keep the path that they had: `only` picks
 * those that still hold, in terms of the table, which is called `row`.
 */
export function namedPaths(table: string, column: string, only: RawBuilder<unknown> = sql`true`): NamedPaths {
  const name = sql.ref(`row.${column}`)
  return {
    column: `${table}.${column}`,
    async count(db, paths) {
      const { rows } = await sql<{ path: string; count: number }>`
        select ${name} as path, count(*)::int as count from ${sql.table(table)} as row
        where ${name} = any(${paths}::text[]) and ${only} group by 1`.execute(db as Kysely<unknown>)
      return rows
    },
    async rename(tx, heirs) {
      const pairs = JSON.stringify([...heirs].map(([was, now]) => ({ was, now })))
      await sql`
        update ${sql.table(table)} as row set ${sql.ref(column)} = heir.now
        from jsonb_to_recordset(${pairs}::jsonb) as heir(was text, now text)
        where ${name} = heir.was and ${only}`.execute(tx)
    },
  }
}
