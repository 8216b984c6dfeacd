import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import { type Actor, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import { wordsQuery } from '#platform/search/server/words.ts'
import type { Sought } from '../../common/find-text.ts'
import { foundAt } from '../found-at-store.ts'
import type { RegistryTables } from '../tables.ts'
import { confinedTo } from './question.ts'
import { seenThings, thingColumns, type ThingRow } from '../thing-store.ts'

/** So many are weighed at most; who types so little that more fit types on. */
const most = 200

type Row = ExpressionBuilder<{ row: RegistryTables['registry.thing'] }, 'row'>

/** Things by words and by title, among those that one actor may see. */
export class FindReader {
  readonly #db: Kysely<RegistryTables>
  readonly #actor: Actor

  constructor(db: Kysely<RegistryTables>, actor: Actor) {
    this.#db = db
    this.#actor = actor
  }

  /** In some grids, or anywhere when none is named. Whole titles are asked for apart: they must not be cut off. */
  async byWords(sought: Sought, within: readonly string[] = []): Promise<readonly ThingRow[]> {
    const words = questionOf(sought)
    if (words === null || !('text' in sought)) return []
    const places = within.length > 0 ? within : confinedTo(this.#actor)
    const [whole, some] = await Promise.all([
      this.#things(within)
        .where('title', '=', sought.text)
        .where('kind', 'in', ['person', 'household', 'housing', 'organisation', 'place', 'vehicle'])
        .limit(most / 4)
        .execute(),
      this.#things(within).where(foundAt(words, places)).limit(most).execute(),
    ])
    return [...new Map([...whole, ...some].map(row => [row.id, row])).values()]
  }

  #things(within: readonly string[]) {
    return this.#db
      .selectFrom('registry.thing as row')
      .select(thingColumns)
      .where('state', '<>', 'merged')
      .where(eb => seenThings(eb, this.#actor))
      .$if(within.length > 0, q =>
        q.where((eb: Row) => eb.or(within.map(path => eb(sql.ref<string>(placeColumn(depthOf(path))), '=', path)))),
      )
  }
}

/** What was typed as a question to the words of things, or null when it holds nothing to look for by words. */
function questionOf(sought: Sought): RawBuilder<string> | null {
  if (sought.by === 'nothing' || sought.by === 'number') return null
  const together = wordsQuery(sought.text)
  if (sought.by !== 'sounds' || sought.asTyped === sought.text) return together
  const asTyped = wordsQuery(sought.asTyped)
  return asTyped === null ? together : sql`(${together} || ${asTyped})`
}
