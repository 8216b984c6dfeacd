import { type ExpressionBuilder, type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Actor, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import { wordsToFind } from '#platform/search/common/bigrams.ts'
import { wantedQuery, wordsQuery } from '#platform/search/server/words.ts'
import type { Sought } from '../../common/find-text.ts'
import { foundAt } from '../found-at-store.ts'
import type { RegistryTables } from '../tables.ts'
import { confinedTo, forIndex, peopleGrids } from './question.ts'
import { holdsAt, seenThings, thingColumns, type ThingRow } from '../thing-store.ts'

/** So many are weighed at most; who types so little that more fit types on. */
const most = 200
/** Grids below this depth hold so few people that the words answer at once. */
const deepestWalk = 3
const mostWalks = 4

type Row = ExpressionBuilder<{ row: RegistryTables['registry.thing'] }, 'row'>

/** Things by words and by title, among those that one actor may see. */
export class FindReader {
  readonly #db: Kysely<RegistryTables>
  readonly #actor: Actor

  constructor(db: Kysely<RegistryTables>, actor: Actor) {
    this.#db = db
    this.#actor = actor
  }

  /**
   * In some grids, or anywhere when none is named. Whole titles are asked for apart: they must not be cut off. When the
   * people whose names begin so fill the page, nothing else can stand on it.
   */
  async byWords(sought: Sought, enough: number, within: readonly string[] = []): Promise<readonly ThingRow[]> {
    const question = questionOf(sought)
    if (question === null || !('text' in sought)) return []
    const [whole, begun] = await Promise.all([
      this.#things(within)
        .where('title', '=', sought.text)
        .where('kind', 'in', ['person', 'household', 'housing', 'organisation', 'place', 'vehicle'])
        .limit(most / 4)
        .execute(),
      this.#called(sought, peopleGrids(this.#actor, within)),
    ])
    const some = begun.length < enough ? await this.#some(question, within) : []
    return [...new Map([...whole, ...begun, ...some].map(row => [row.id, row])).values()]
  }

  async #some({ index, rows, begins }: Question, within: readonly string[]): Promise<readonly ThingRow[]> {
    const places = within.length > 0 ? within : confinedTo(this.#actor)
    // What is in a small grid is looked at one by one: gathering all words of the library that begin so takes longer.
    const isSmall = begins && within.length > 0 && within.every(path => depthOf(path) > deepestWalk)
    return this.#things(within)
      .where(isSmall ? sql<SqlBool>`words @@ ${index}` : foundAt(index, places))
      .$if(rows !== null, q => q.where(sql<SqlBool>`words @@ ${rows}`))
      .limit(most)
      .execute()
  }

  /** People who are there and whose name begins so, written or in letters: the first in the order of names. */
  async #called(sought: Sought, grids: readonly string[]): Promise<readonly ThingRow[]> {
    const keys = beginningOf(sought)
    const walks = grids.filter(path => depthOf(path) <= deepestWalk)
    if (grids.length > mostWalks) return []
    const rows = await Promise.all(
      walks.flatMap(path =>
        keys.map(({ key, from }) =>
          this.#db
            .selectFrom('registry.thing as row')
            .select(thingColumns)
            .where(sql.ref<string>(placeColumn(depthOf(path))), '=', path)
            .where(sql<SqlBool>`kind = 'person' and state = 'current'`)
            .where(sql<SqlBool>`${key} >= ${from} and ${key} < ${`${from}\u{10ffff}`}`)
            .orderBy(key)
            .limit(most)
            .execute(),
        ),
      ),
    )
    // The grids are those where people may be seen; said of each row once more, since the walk itself does not ask.
    return rows.flat().filter(row => holdsAt(this.#actor, row)('registry.read'))
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

interface Question {
  readonly index: RawBuilder<string>
  readonly rows: RawBuilder<string> | null
  /** Whether words are looked for by their beginning. */
  readonly begins: boolean
}

/** What was typed as a question to the words of things, or null when it holds nothing to look for by words. */
function questionOf(sought: Sought): Question | null {
  if (sought.by === 'nothing' || sought.by === 'number') return null
  const wanted = wordsToFind(sought.text)
  const parts = forIndex(wanted)
  const index = wantedQuery(parts.index)
  if (index === null) return null
  const question = { index, rows: wantedQuery(parts.rows), begins: wanted.some(({ begins }) => begins) }
  if (sought.by !== 'sounds' || sought.asTyped === sought.text) return question
  const asTyped = wordsQuery(sought.asTyped)
  return asTyped === null ? question : { ...question, index: sql`(${index} || ${asTyped})` }
}

/** By which column, in the order of an index, people are called so; none where the words are no beginning of a name. */
function beginningOf(sought: Sought): readonly { readonly key: RawBuilder<string>; readonly from: string }[] {
  if (sought.by === 'sounds') {
    const letters = [
      sql<string>`registry.initials_in(words) collate "C"`,
      sql<string>`registry.pinyin_in(words) collate "C"`,
    ]
    return letters.map(key => ({ key, from: sought.text }))
  }
  return sought.by === 'words' && beginsName.test(sought.text) ? [{ key: sql<string>`title`, from: sought.text }] : []
}

const beginsName = /^\p{Script=Han}{1,3}$/u
