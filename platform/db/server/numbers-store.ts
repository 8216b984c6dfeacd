import { type Kysely, sql } from 'kysely'
import { uuidsAmong } from '../../kernel/common/uuid.ts'

/**
 * What the things of a table go by: the numbers that people write on paper. It stands in the column
 * `number`; several may share one, as the calls of one whistle do.
 */
export function numbersOf(table: string, idColumn = 'id') {
  const from = sql.table(table)
  const its = sql.ref(idColumn)
  return {
    async names(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const some = uuidsAmong(ids)
      if (some.length === 0) return new Map()
      const { rows } = await sql<{ id: string; number: string }>`
        select distinct ${its} as id, number from ${from} where ${its} = any(${some}::uuid[])`.execute(db)
      return new Map(rows.map(({ id, number }) => [id, number]))
    },
    async withNumber(db: Kysely<unknown>, number: string): Promise<readonly string[]> {
      const { rows } = await sql<{
        id: string
      }>`select distinct ${its} as id from ${from} where number = ${number}`.execute(db)
      return rows.map(({ id }) => id)
    },
  }
}
