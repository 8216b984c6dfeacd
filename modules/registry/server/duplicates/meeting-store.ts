import { type Kysely, sql } from 'kysely'
import { beginningsOf } from '../../common/likeness/index.ts'
import { thingColumns, type ThingRow } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'

/** A telephone of an office, a name like 张伟 on New Year's Day: what so many more people share tells nothing (local practice). */
const mostInBlock = 40

/** Somebody who meets another, and what they are known to share. */
export interface Meeting {
  readonly a: string
  readonly b: string
  readonly shared: { readonly number: boolean; readonly phone: boolean }
}

/** Who is worth comparing with whom, in the whole library: for the search alone, which tells nobody but `registry.alike`. */
export class MeetingReader {
  readonly #db: Kysely<RegistryTables>

  constructor(db: Kysely<RegistryTables>) {
    this.#db = db
  }

  async people(ids: readonly string[]): Promise<readonly ThingRow[]> {
    if (ids.length === 0) return []
    return this.#db
      .selectFrom('registry.thing')
      .select(thingColumns)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .where('kind', '=', 'person')
      .where('state', '=', 'current')
      .execute()
  }

  /** Everybody whom these people meet. `nearDays` gives the days that are theirs but for a slip, with commas between. */
  async of(people: readonly ThingRow[], nearDays: (day: string) => string): Promise<readonly Meeting[]> {
    if (people.length === 0) return []
    const asked = JSON.stringify(
      people.map(({ id, title, born_on: born }) => ({
        ...{ id, title, born, days: born === null ? '' : nearDays(born) },
        beginnings: born === null ? [] : beginningsOf(title).map(from => ({ from, until: after(from) })),
      })),
    )
    // Each block is one walk of an index; one more than tells something is asked for, so that a full block is known.
    const more = sql.lit(mostInBlock + 1)
    const { rows } = await sql<{ a: string; b: string; by: string; size: number }>`
      with wanted as materialized (select id, title, born, beginnings,
        string_to_array(days, ',')::date[] as days
        from jsonb_to_recordset(${asked}::jsonb) as one (id uuid, title text, born date, days text, beginnings jsonb)),
      met as (
        select wanted.id as a, other.id as b, 'name' as by, other.size from wanted cross join lateral (
          select id, count(*) over () as size from (select id from registry.thing where kind = 'person'
            and state = 'current' and born_on = any(wanted.days) and title = wanted.title limit ${more}) one) other
        union all
        select wanted.id, other.id, 'day', other.size from wanted
          cross join jsonb_to_recordset(wanted.beginnings) as begun ("from" text, until text) cross join lateral (
            select id, count(*) over () as size from (select id from registry.thing where kind = 'person'
              and state = 'current' and born_on = wanted.born and title collate "C" >= begun.from
              and title collate "C" < begun.until limit ${more}) one) other
        union all
        select wanted.id, other.thing_id, own.field, other.size from wanted
          join registry.secret own on own.thing_id = wanted.id and own.field in ('idNumber', 'phone') cross join lateral (
            select thing_id, count(*) over () as size from (select thing_id from registry.secret
              where index = own.index and field = own.field limit ${more}) one) other)
      select a, b, by from met where a <> b and size <= ${sql.lit(mostInBlock)}`.execute(this.#db)
    const met = new Map<string, { a: string; b: string; shared: { number: boolean; phone: boolean } }>()
    for (const { a, b, by } of rows) {
      const [first, second] = a < b ? [a, b] : [b, a]
      const before = met.get(first + second)?.shared
      const shared = {
        number: by === 'idNumber' || before?.number === true,
        phone: by === 'phone' || before?.phone === true,
      }
      met.set(first + second, { a: first, b: second, shared })
    }
    return [...met.values()]
  }
}

/** Above every text that begins with a character, in the order of code points. */
const after = (character: string) => `${character}\u{10ffff}`
