import { sql, type Transaction } from 'kysely'
import type { Kept } from '../../common/entries.ts'
import type { ThingKind } from '../../common/kinds.ts'
import { foundTexts } from '../../common/row-facts.ts'
import { findableBy, foundBy } from '../found-by.ts'
import type { RegistryTables } from '../tables.ts'

interface Written {
  readonly id: string
  readonly kind: ThingKind
  readonly fields: Record<string, Exclude<Kept, null>>
}

/** Exists only inside a unit of work: writes the words anew of rows that an older version of the program wrote. */
export class FindableWriter {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>) {
    this.#tx = tx
  }

  /** The next such rows; says how many there were. */
  async some(limit: number): Promise<number> {
    const { rows } = await sql<Written>`select id, kind, fields from registry.thing
      where findable_by < ${sql.lit(findableBy)} order by id limit ${limit} for update skip locked`.execute(this.#tx)
    if (rows.length === 0) return 0
    const anew = rows.map(({ id, kind, fields }) => ({ id, words: foundBy(foundTexts(kind, fields)) }))
    await sql`update registry.thing as thing set findable_by = ${findableBy},
        words = array_to_tsvector(array(select jsonb_array_elements_text(row.words)))
      from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as row (id uuid, words jsonb)
      where thing.id = row.id`.execute(this.#tx)
    return rows.length
  }
}
