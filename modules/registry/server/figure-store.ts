import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { seenThings } from './thing-store.ts'
import type { RegistryTables } from './tables.ts'

/** Where a grid's figures are counted, and on which day; past days by the same rows as today. */
export interface Ground {
  readonly path: string
  readonly on: string
}

export interface PeopleCount {
  readonly below: string | null
  readonly population: string | null
  readonly sex: string | null
  readonly age: number | null
  readonly count: number
}

export interface HomeCount {
  readonly below: string | null
  readonly use: string | null
  readonly count: number
}

/** What a grid has on a day, whoever asks. */
export interface Counted {
  readonly people: readonly PeopleCount[]
  readonly homes: readonly HomeCount[]
  readonly households: number
  readonly tenancies: number
}

/**
 * What holds on the day in a grid and what is below it. Paths are figures and dots, and `/` stands between the two: from
 * `1.2` up to `1.2/` are `1.2` and `1.2.…` and nothing else. One range, so that the index answers alone.
 */
const there = ({ path, on }: Ground) => sql`grid_path >= ${path} and grid_path < ${`${path}/`}
  and from_on <= ${on}::date and until_on > ${on}::date`

/** The step to the grid right below in which it lies; empty for what lies in the grid itself. */
const step = ({ path }: Ground) => sql<string>`split_part(grid_path, '.', ${path.split('.').length + 1}::int)`

/** The five-year group of an age, 100 and older as one: how many of the birthdays of 100, 95 … 5 years came later. */
const age = ({ on }: Ground) => sql<number | null>`100 - 5 * width_bucket(born_on,
  array(select (${on}::date - make_interval(years => years) + interval '1 day')::date
    from generate_series(100, 5, -5) years))`

interface CountedRow {
  readonly kind: 'person' | 'housing' | 'household' | 'tenancy'
  readonly step: string
  readonly what: string | null
  readonly sex: string | null
  readonly age: number | null
  readonly count: number
}

/**
 * People by where they lived on the day (each lives in one home, and a home lies in one grid), homes, households and
 * tenancies: all of it in one walk of the index, in which the kinds of a grid lie side by side.
 */
export async function countGrid(db: Kysely<RegistryTables>, ground: Ground): Promise<Counted> {
  const { rows } = await sql<CountedRow>`
    select kind, ${step(ground)} as step, what, sex, ${age(ground)} as age, count(*)::int as count
    from registry.span where ${there(ground)}
    group by 1, 2, 3, 4, 5`.execute(db)
  const some = (kind: CountedRow['kind']) => rows.filter(row => row.kind === kind)
  const total = (kind: CountedRow['kind']) => some(kind).reduce((sum, { count }) => sum + count, 0)
  // The path made here: as text for each of two million rows it took longer than counting them.
  const below = (at: string) => (at === '' ? null : `${ground.path}.${at}`)
  return {
    people: some('person').map(({ step: at, what, sex, age: of, count }) => ({
      ...{ below: below(at), population: what, sex, age: of, count },
    })),
    homes: some('housing').map(({ step: at, what, count }) => ({ below: below(at), use: what, count })),
    households: total('household'),
    tenancies: total('tenancy'),
  }
}

/** Whether some of the homes of that day lie today where the reader may not see people: borders were drawn anew since. */
export async function haveHomesLeft(db: Kysely<RegistryTables>, actor: Actor, { path, on }: Ground): Promise<boolean> {
  const left = await db
    .selectFrom('registry.thing as row')
    .select('row.id')
    .where(sql<boolean>`row.id in (select home_id from registry.lay_in
      where grid_path >= ${path} and grid_path < ${`${path}/`} and from_on <= ${on}::date and until_on > ${on}::date)`)
    .where(eb => eb.not(seenThings(eb, actor, 'registry.read')))
    .limit(1)
    .execute()
  return left.length > 0
}

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
  /** Who was born by this day was so old on the day of the figures. */
  const bornBy = (years: number) => sql`(${ground.on}::date - make_interval(years => ${years}::int))::date`
  const when = (value: unknown, condition: () => RawBuilder<unknown>) =>
    value === undefined ? sql`` : sql`and ${condition()}`
  const { rows } = await sql<{ id: string; title: string }>`select thing_id as id, title
    from registry.span where kind = 'person' and ${there(ground)}
      ${when(asked.population, () => sql`what = ${asked.population}`)}
      ${when(asked.sex, () => sql`sex = ${asked.sex}`)}
      ${when(asked.ageFrom, () => sql`born_on <= ${bornBy(asked.ageFrom!)}`)}
      ${when(asked.ageBelow, () => sql`born_on > ${bornBy(asked.ageBelow!)}`)}
      ${when(asked.after, () => sql`(title, thing_id) > (${asked.after?.title}, ${asked.after?.id}::uuid)`)}
    order by title, thing_id limit ${asked.limit}`.execute(db)
  return rows
}
