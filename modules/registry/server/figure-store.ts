import { type Kysely, sql } from 'kysely'
import type { RegistryTables } from './tables.ts'

/** Where a grid's figures are counted: the grid, and the column of the grids right below it. */
export interface Ground {
  readonly path: string
  readonly depth: number
  readonly on: string
  /** The row as it is now is right for today; for a day in the past the history is asked. */
  readonly isToday: boolean
}

export interface PeopleCount {
  readonly below: string | null
  readonly population: string | null
  readonly sex: string | null
  readonly age: number | null
  readonly count: number
}

const place = (depth: number) => sql.ref(`home.place_${depth}`)

/** What a field was on a day, by the day of truth; for fields that are not sealed. */
const fieldOn = (thing: string, field: string, on: string) => sql`(select entry.changes ->> ${field}
  from registry.entry entry where entry.thing_id = ${sql.ref(`${thing}.id`)} and entry.true_on <= ${on}
    and entry.changes ? ${field} order by entry.true_on desc, entry.serial desc limit 1)`

/**
 * People by where they lived on the day: each lives in one home, and a home lies in one grid. The five-year group of the
 * age, 100 and older as one.
 */
export async function countPeople(db: Kysely<RegistryTables>, ground: Ground): Promise<readonly PeopleCount[]> {
  const { path, depth, on, isToday } = ground
  const population = isToday ? sql`person.population` : fieldOn('person', 'population', on)
  const { rows } = await sql<PeopleCount>`select ${below(depth)} as below, ${population} as population,
      person.sex, least(extract(year from age(${on}::date, person.born_on))::int / 5 * 5, 100) as age,
      count(*)::int as count
    from registry.thing home
      join registry.relation lives on lives.to_id = home.id and lives.kind = 'lives-in'
        and lives.from_on <= ${on} and (lives.until_on is null or lives.until_on > ${on})
      join registry.thing person on person.id = lives.from_id
    where home.kind = 'housing' and ${place(depth)} = ${path}
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

export interface HomeCount {
  readonly below: string | null
  readonly use: string | null
  readonly count: number
}

export async function countHomes(db: Kysely<RegistryTables>, ground: Ground): Promise<readonly HomeCount[]> {
  const { path, depth, on, isToday } = ground
  const use = isToday ? sql`home.use` : fieldOn('home', 'use', on)
  const { rows } = await sql<HomeCount>`select ${below(depth)} as below, ${use} as use, count(*)::int as count
    from registry.thing home
    where home.kind = 'housing' and ${place(depth)} = ${path} and home.state <> 'merged'
      and (home.ended_on is null or home.ended_on > ${on})
      and exists (select from registry.entry where thing_id = home.id and serial = 1 and true_on <= ${on})
    group by 1, 2`.execute(db)
  return rows
}

/** Households and tenancies that were there on the day, by the home they are in. */
export async function countJoined(db: Kysely<RegistryTables>, { path, depth, on }: Ground) {
  const { rows } = await sql<{ kind: 'household-in' | 'lets'; count: number }>`
    select joined.kind, count(distinct joined.from_id)::int as count
    from registry.thing home
      join registry.relation joined on joined.to_id = home.id and joined.kind in ('household-in', 'lets')
        and joined.from_on <= ${on} and (joined.until_on is null or joined.until_on > ${on})
    where home.kind = 'housing' and ${place(depth)} = ${path}
    group by 1`.execute(db)
  const of = (kind: string) => rows.find(row => row.kind === kind)?.count ?? 0
  return { households: of('household-in'), tenancies: of('lets') }
}

const deepest = 6
const below = (depth: number) => (depth < deepest ? place(depth + 1) : sql`null::text`)

export interface PeopleAsked {
  readonly population?: string | undefined
  readonly sex?: string | undefined
  readonly ageFrom?: number | undefined
  readonly ageBelow?: number | undefined
  readonly after?: { readonly title: string; readonly id: string } | undefined
  readonly limit: number
}

/** The ids of the people behind a number, in the order of their names. */
export async function peopleBehind(db: Kysely<RegistryTables>, ground: Ground, asked: PeopleAsked) {
  const { path, depth, on, isToday } = ground
  const population = isToday ? sql`person.population` : fieldOn('person', 'population', on)
  const years = sql`extract(year from age(${on}::date, person.born_on))`
  const { rows } = await sql<{ id: string; title: string }>`select person.id, person.title
    from registry.thing home
      join registry.relation lives on lives.to_id = home.id and lives.kind = 'lives-in'
        and lives.from_on <= ${on} and (lives.until_on is null or lives.until_on > ${on})
      join registry.thing person on person.id = lives.from_id
    where home.kind = 'housing' and ${place(depth)} = ${path}
      ${asked.population === undefined ? sql`` : sql`and ${population} = ${asked.population}`}
      ${asked.sex === undefined ? sql`` : sql`and person.sex = ${asked.sex}`}
      ${asked.ageFrom === undefined ? sql`` : sql`and ${years} >= ${asked.ageFrom}`}
      ${asked.ageBelow === undefined ? sql`` : sql`and ${years} < ${asked.ageBelow}`}
      ${asked.after ? sql`and (person.title, person.id) > (${asked.after.title}, ${asked.after.id}::uuid)` : sql``}
    order by person.title, person.id limit ${asked.limit}`.execute(db)
  return rows
}
