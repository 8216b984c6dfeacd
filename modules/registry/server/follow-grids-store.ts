import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadHandle, TreeChange } from '#modules/grid/server/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { ThingKind } from '../common/kinds.ts'
import type { RelationKind } from '../common/relations.ts'
import type { RegistryTables } from './tables.ts'

export interface MovingThing {
  readonly id: string
  readonly kind: ThingKind
  readonly from: string
  readonly to: string
}

/**
 * By what a thing is tied to where it is, the nearest tie first: people and households to their home, shops to their
 * rooms, tenancies to what they let, cars and pets to whoever has them.
 */
const ties: readonly { readonly kind: RelationKind; readonly from: 'self' | 'other' }[] = [
  { kind: 'lives-in', from: 'self' },
  { kind: 'household-in', from: 'self' },
  { kind: 'member-of', from: 'self' },
  { kind: 'located-in', from: 'self' },
  { kind: 'lets', from: 'self' },
  { kind: 'owns', from: 'other' },
]

interface Lying {
  readonly id: string
  readonly kind: ThingKind
  readonly gridPath: string
  readonly point: Point | null
  readonly buildingId: string | null
}

/**
 * What of the library would lie in another grid: homes with their building, whoever is tied to a home with it, what has
 * a place of its own by that place, and the rest with the grid. What has ended keeps the grid that it had.
 */
export async function thingsThatMove(
  db: ReadHandle,
  change: Pick<TreeChange, 'affected' | 'heirs' | 'locate'>,
  gridsOfBuildings: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<readonly MovingThing[]> {
  const things = await lyingIn(db, change.affected)
  const buildings = await gridsOfBuildings([...new Set(things.flatMap(({ buildingId }) => buildingId ?? []))])
  const byId = new Map(things.map(thing => [thing.id, thing]))
  const tied = await tiesOf(
    db,
    things.map(({ id }) => id),
  )
  const found = new Map<string, string>()
  const nextOf = (thing: Lying, seen: readonly string[]): string => {
    const known = found.get(thing.id)
    if (known !== undefined) return known
    const home = thing.buildingId === null ? undefined : buildings.get(thing.buildingId)
    const anchor = (tied.get(thing.id) ?? [])
      .flatMap(id => byId.get(id) ?? [])
      .find(one => one.gridPath === thing.gridPath && !seen.includes(one.id))
    const next =
      home ??
      (anchor && nextOf(anchor, [...seen, thing.id])) ??
      (thing.point && change.locate(thing.point)) ??
      change.heirs.get(thing.gridPath) ??
      thing.gridPath
    found.set(thing.id, next)
    return next
  }
  return things.flatMap(thing => {
    const to = nextOf(thing, [])
    return to === thing.gridPath ? [] : [{ id: thing.id, kind: thing.kind, from: thing.gridPath, to }]
  })
}

async function lyingIn(db: ReadHandle, paths: readonly string[]): Promise<Lying[]> {
  if (paths.length === 0) return []
  const rows = await (db as unknown as Kysely<RegistryTables>)
    .selectFrom('registry.thing')
    .select(['id', 'kind', 'grid_path', 'lon', 'lat', sql<string | null>`fields->>'building'`.as('building')])
    .where('grid_path', '=', sql<string>`any(${paths}::text[])`)
    .where('state', '=', 'current')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, grid_path, lon, lat, building }) => ({
    ...{ id, kind, gridPath: grid_path, buildingId: kind === 'housing' ? building : null },
    point: lon === null || lat === null ? null : { lon, lat },
  }))
}

/** Thing → what it is tied to now, the nearest tie first. */
async function tiesOf(db: ReadHandle, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; other: string }>`
    with tie as (select * from jsonb_to_recordset(${JSON.stringify(ties.map((tie, rank) => ({ ...tie, rank })))}::jsonb)
      as tie(kind text, "from" text, rank int))
    select case tie."from" when 'self' then relation.from_id else relation.to_id end as id,
      case tie."from" when 'self' then relation.to_id else relation.from_id end as other
    from registry.relation join tie on tie.kind = relation.kind
    where relation.until_on is null
      and case tie."from" when 'self' then relation.from_id else relation.to_id end = any(${ids}::uuid[])
    order by tie.rank, relation.id`.execute(db as unknown as Kysely<RegistryTables>)
  return new Map([...Map.groupBy(rows, row => row.id)].map(([id, some]) => [id, some.map(({ other }) => other)]))
}

/** From the day on they lie in other grids. Where homes lay until then stays on record, for figures of past days. */
export async function moveThings(
  tx: Transaction<unknown>,
  moves: readonly MovingThing[],
  { day, at }: { readonly day: string; readonly at: Instant },
): Promise<void> {
  if (moves.length === 0) return
  const given = JSON.stringify(moves.map(({ id, to }) => ({ id, to })))
  await sql`
    insert into registry.lay_in (home_id, grid_path, from_on, until_on)
    select home.id, home.grid_path, coalesce(before.until_on, '-infinity'), ${day}::date
    from jsonb_to_recordset(${given}::jsonb) as move(id uuid)
      join registry.thing home on home.id = move.id and home.kind = 'housing'
      cross join lateral (select max(until_on) as until_on from registry.lay_in where home_id = home.id) before
    where coalesce(before.until_on, '-infinity') < ${day}::date`.execute(tx)
  await sql`
    update registry.thing set grid_path = move."to", changed_at = ${at}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as move(id uuid, "to" text)
    where thing.id = move.id`.execute(tx)
}
