import { type HeldWrite, WriteText } from './held-writes.ts'

type Row<Column extends string> = Readonly<Record<Column, unknown>>

/**
 * Writes that put rows of one kind into a table. One row, which is the rule, travels as parameters; several travel as
 * one JSON list, so that there are two texts for the database to plan and not one for each number of rows.
 */
export class RowWrites<Column extends string> {
  readonly #columns: readonly (readonly [name: Column, type: string])[]
  readonly #table: string
  readonly #one: WriteText
  readonly #many: WriteText

  /** `columns` with their types as the database calls them; `onConflict` is the clause as it stands in SQL. */
  constructor(table: string, columns: Readonly<Record<Column, string>>, onConflict = '') {
    this.#table = table
    this.#columns = Object.entries(columns) as [Column, string][]
    const names = this.#columns.map(([name]) => name).join(', ')
    const given = this.#columns.map(([, type], i) => `$${i + 1}::${type}`).join(', ')
    const shape = this.#columns.map(([name, type]) => `${name} ${type}`).join(', ')
    this.#one = new WriteText('rows', `insert into ${table} (${names}) values (${given}) ${onConflict}`)
    this.#many = new WriteText(
      'rows',
      `insert into ${table} (${names}) select ${names} from json_to_recordset($1::json) as given (${shape}) ${onConflict}`,
    )
  }

  /** No write where there are no rows. */
  of(rows: readonly Row<Column>[]): readonly HeldWrite[] {
    const [first] = rows
    if (!first) return []
    const write = rows.length === 1 ? { of: this.#one, values: this.#valuesOf(first) } : this.#all(rows)
    return [{ ...write, target: this.#table }]
  }

  #all(rows: readonly Row<Column>[]) {
    return { of: this.#many, values: [JSON.stringify(rows)] }
  }

  #valuesOf(row: Row<Column>): unknown[] {
    return this.#columns.map(([name, type]) =>
      (type === 'json' || type === 'jsonb') && row[name] !== null ? JSON.stringify(row[name]) : row[name],
    )
  }
}
