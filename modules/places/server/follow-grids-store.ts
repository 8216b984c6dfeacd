import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { PlacesTables } from './tables.ts'

export interface LyingPlace {
  readonly kind: 'courtyard' | 'building'
  readonly placeId: string
  readonly gridPath: string
  /** A place surely inside. */
  readonly point: Point
  /** Of a building; 0 for a courtyard, whose households are those of its buildings. */
  readonly households: number
}

/** Courtyards and buildings that lie in these very grids now. */
export async function placesLyingIn(db: ReadHandle, paths: readonly string[]): Promise<LyingPlace[]> {
  if (paths.length === 0) return []
  return lying(db, sql`lies.grid_path = any(${paths}::text[])`)
}

/** The same of some courtyards or buildings, wherever they lie now. */
export async function placesWithIds(
  db: ReadHandle,
  kind: LyingPlace['kind'],
  ids: readonly string[],
): Promise<LyingPlace[]> {
  if (ids.length === 0) return []
  return lying(db, sql`lies.kind = ${kind} and lies.place_id::text = any(${ids}::text[])`)
}

/** Building → where it lay until before which days, the earliest first; empty for one that always lay where it lies. */
export async function gridsBefore(
  db: ReadHandle,
  buildingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly path: string; readonly until: string }[]>> {
  if (buildingIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; path: string; until: string | null }>`
    select place_id::text as id, grid_path as path, valid_to::text as until from places.lies_in
    where kind = 'building' and place_id::text = any(${buildingIds}::text[])
    order by place_id, valid_from`.execute(db as unknown as Kysely<PlacesTables>)
  const ended = ([id, some]: [string, typeof rows]) =>
    [id, some.flatMap(({ path, until }) => (until === null ? [] : [{ path, until }]))] as const
  return new Map([...Map.groupBy(rows, row => row.id)].map(ended))
}

async function lying(db: ReadHandle, which: RawBuilder<unknown>): Promise<LyingPlace[]> {
  const { rows } = await sql<LyingPlace & { lon: number; lat: number }>`
    select lies.kind, lies.place_id::text as "placeId", lies.grid_path as "gridPath",
      coalesce(building.lon, courtyard.lon) as lon, coalesce(building.lat, courtyard.lat) as lat,
      coalesce(building.households, 0) as households
    from places.lies_in lies
    left join places.building on lies.kind = 'building' and building.id = lies.place_id
    left join places.courtyard on lies.kind = 'courtyard' and courtyard.id = lies.place_id
    where lies.valid_to is null and ${which}
    order by lies.kind, lies.place_id`.execute(db as unknown as Kysely<PlacesTables>)
  return rows.map(({ lon, lat, ...row }) => ({ ...row, point: { lon, lat } }))
}

/** From a day on they lie in other grids; where they lay before stays on record. Doing it again changes nothing. */
export async function movePlacesToGrids(
  tx: Transaction<unknown>,
  moves: readonly { readonly kind: string; readonly placeId: string; readonly to: string }[],
  day: string,
): Promise<void> {
  if (moves.length === 0) return
  const given = JSON.stringify(moves)
  await sql`
    with wanted as (
      select kind, "placeId"::uuid as place_id, "to" as grid_path
      from jsonb_to_recordset(${given}::jsonb) as move(kind text, "placeId" text, "to" text)
    ), ended as (
      update places.lies_in lies set valid_to = ${day}::date from wanted
      where lies.kind = wanted.kind and lies.place_id = wanted.place_id and lies.valid_to is null
        and lies.grid_path <> wanted.grid_path and lies.valid_from < ${day}::date
      returning lies.kind, lies.place_id, wanted.grid_path
    )
    insert into places.lies_in (kind, place_id, valid_from, grid_path)
    select kind, place_id, ${day}::date, grid_path from ended`.execute(tx)
}
