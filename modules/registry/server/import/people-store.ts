import { type Kysely, sql } from 'kysely'
import { thingColumns, type ThingRow } from '../thing-store.ts'
import type { RegistryTables } from '../tables.ts'

const mostMerges = 10
const mostNamesakes = 20_000

export interface Home {
  readonly relationId: string
  readonly from: string
  readonly building: string | null
  readonly room: string | null
  readonly title: string
}

/**
 * What imports and comparisons ask about many people at once, in the whole library: whoever asks holds each answer
 * against the rights of the person for whom it is asked.
 */
export class ManyPeople {
  readonly #db: Kysely<RegistryTables>

  constructor(db: Kysely<RegistryTables>) {
    this.#db = db
  }

  /** Things by the index of one of their sealed values, by its bytes in hex. */
  async ownersOf(indexes: readonly Buffer[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const owners = new Map<string, string[]>()
    if (indexes.length === 0) return owners
    const rows = await this.#db
      .selectFrom('registry.secret')
      .select(['thing_id', 'index'])
      .where('index', '=', sql<Buffer>`any(${indexes}::bytea[])`)
      .execute()
    for (const { thing_id, index } of rows) {
      const key = index?.toString('hex') ?? ''
      owners.set(key, [...(owners.get(key) ?? []), thing_id])
    }
    return owners
  }

  /** Each id with the thing that it is now, wherever merging has led. */
  async remaining(ids: readonly string[]): Promise<ReadonlyMap<string, ThingRow>> {
    const found = new Map<string, ThingRow>()
    const read = async (wanted: readonly string[]) => {
      if (wanted.length === 0) return
      const rows = await this.#db
        .selectFrom('registry.thing')
        .select(thingColumns)
        .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
        .execute()
      for (const row of rows) found.set(row.id, row)
    }
    await read(ids)
    for (let step = 0; step < mostMerges; step++) {
      const next = [...found.values()].flatMap(({ merged_into: into }) => (into && !found.has(into) ? [into] : []))
      if (next.length === 0) break
      await read(next)
    }
    const remains = (id: string) => {
      let row = found.get(id)
      for (let step = 0; row?.merged_into && step < mostMerges; step++) row = found.get(row.merged_into)
      return row
    }
    return new Map(ids.flatMap(id => (remains(id) ? [[id, remains(id)!] as const] : [])))
  }

  /** People who are there and have one of these names and the birthday that goes with it. */
  async namesakes(wanted: readonly { readonly name: string; readonly bornOn: string }[]): Promise<readonly ThingRow[]> {
    if (wanted.length === 0) return []
    const pairs = sql<{ name: string; born: string }>`(
      select distinct name, born from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as one (name text, "bornOn" date)
      cross join lateral (select "bornOn" as born) as day)`
    return this.#db
      .selectFrom('registry.thing as thing')
      .innerJoin(pairs.as('wanted'), join =>
        join.onRef('wanted.name', '=', 'thing.title').on(sql<boolean>`wanted.born = thing.born_on`),
      )
      .select(thingColumns.map(column => `thing.${column}` as const))
      .where('thing.kind', '=', 'person')
      .where('thing.state', '=', 'current')
      .limit(mostNamesakes)
      .execute() as Promise<readonly ThingRow[]>
  }

  /** Where each of some people lives now. */
  async homes(ids: readonly string[]): Promise<ReadonlyMap<string, Home>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#db
      .selectFrom('registry.relation as relation')
      .innerJoin('registry.thing as home', 'home.id', 'relation.to_id')
      .select(['relation.id', 'relation.from_id', 'relation.from_on', 'home.title'])
      .select(sql<string | null>`home.fields ->> 'building'`.as('building'))
      .select(sql<string | null>`home.fields ->> 'room'`.as('room'))
      .where('relation.kind', '=', 'lives-in')
      .where('relation.until_on', 'is', null)
      .where('relation.from_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return new Map(
      rows.map(({ id, from_id, from_on, ...home }) => [from_id, { relationId: id, from: from_on, ...home }]),
    )
  }

  /** The numbers of the households that each belongs to now, with the relation. */
  async households(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { relationId: string; number: string }[]>> {
    const found = new Map<string, { relationId: string; number: string }[]>()
    if (ids.length === 0) return found
    const rows = await this.#db
      .selectFrom('registry.relation as relation')
      .innerJoin('registry.thing as household', 'household.id', 'relation.to_id')
      .select(['relation.id', 'relation.from_id'])
      .select(sql<string | null>`household.fields ->> 'number'`.as('number'))
      .where('relation.kind', '=', 'member-of')
      .where('relation.until_on', 'is', null)
      .where('relation.from_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    for (const { id, from_id, number } of rows) {
      found.set(from_id, [...(found.get(from_id) ?? []), { relationId: id, number: number ?? '' }])
    }
    return found
  }

  /** The home behind each door, by `building room`. */
  async homesBehind(doors: readonly { building: string; room: string }[]): Promise<Map<string, string>> {
    const wanted = JSON.stringify(doors.map(({ building, room }) => ({ building, room })))
    const { rows } = await sql<{ id: string; building: string; room: string }>`
      select distinct on (door.building, door.room) home.id, door.building, door.room
      from jsonb_to_recordset(${wanted}::jsonb) as door (building text, room text)
      join registry.thing home on home.kind = 'housing' and home.state = 'current'
        and home.fields ->> 'building' = door.building and home.fields ->> 'room' = door.room
      order by door.building, door.room, home.id`.execute(this.#db)
    return new Map(rows.map(row => [doorKey(row), row.id]))
  }

  /** Households by their number. */
  async householdsNumbered(numbers: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await sql<{ id: string; number: string }>`
      select distinct on (fields ->> 'number') id, fields ->> 'number' as number from registry.thing
      where kind = 'household' and state = 'current' and fields ->> 'number' = any(${numbers}::text[])
      order by fields ->> 'number', id`.execute(this.#db)
    return new Map(rows.map(row => [row.number, row.id]))
  }
}

export const doorKey = ({ building, room }: { readonly building: string; readonly room: string }) =>
  `${building} ${room}`
