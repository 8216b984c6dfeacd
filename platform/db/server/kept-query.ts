import type { Compilable, CompiledQuery, Kysely } from 'kysely'

/** One plan fits whatever values it is given, so a connection plans it once, also outside a unit of work. */
export interface KeptStatement<Row = unknown> extends CompiledQuery<Row> {
  /** A list is kept only while there is room: its text is another with each filter, and its plan is large. */
  readonly keptAs: 'step' | 'list'
}

/** Stands for a value while the text is made. */
class Slot {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/**
 * A statement whose text is always the same: built and compiled once, afterwards only given its values. For the few that
 * every step of every matter passes; Kysely builds the others anew each time, which is a third of their cost here.
 * `build` must use each value as a value and never look at it.
 */
export function keptQuery<Tables, Values extends readonly unknown[], Row>(
  build: (db: Kysely<Tables>, ...values: Values) => Compilable<Row>,
): (db: Kysely<Tables>, ...values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined
  return async (db, ...values) => {
    kept ??= build(db, ...(values.map((_, at) => new Slot(at)) as unknown as Values)).compile()
    const parameters = kept.parameters.map(value => (value instanceof Slot ? values[value.at] : value))
    return (await db.executeQuery<Row>({ ...kept, parameters, keptAs: 'step' } as KeptStatement<Row>)).rows
  }
}

/**
 * A list that is read the same way whatever values it is asked for, so that a connection plans it once. Numbers that
 * decide how much is read belong into its text (`sql.lit`): PostgreSQL takes a tenth of all for one that it does not know.
 */
export async function plannedOnce<Tables, Row>(db: Kysely<Tables>, query: Compilable<Row>): Promise<Row[]> {
  return (await db.executeQuery<Row>({ ...query.compile(), keptAs: 'list' } as KeptStatement<Row>)).rows
}
