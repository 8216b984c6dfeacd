import { type Kysely, sql } from 'kysely'
import type { Bounds } from '#modules/grid/common/index.ts'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Building, BuildingCount, Courtyard, Entrance } from '../common/building.ts'
import type { PlacesTables } from './tables.ts'

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
  /** Part of the address or of the name. */
  readonly text?: string | undefined
}

const millionths = 1_000_000

/**
 * Courtyards, buildings and entrances as they stood on a day. Where a house stands can be seen from the street, so it
 * takes no actor; who lives there is the registry's to know and to guard.
 */
export class PlaceReader {
  readonly #db: Kysely<PlacesTables>
  readonly #on: string

  /** `on` is a day (`2026-01-31`): what stood then, in the grids of that day. */
  constructor(db: ReadHandle, on: string) {
    this.#db = db as unknown as Kysely<PlacesTables>
    this.#on = on
  }

  async findBuilding(id: string): Promise<Building | undefined> {
    return (await this.buildings([id])).get(id)
  }

  /** By id; ids that name no building of that day are left out. */
  async buildings(ids: readonly string[]): Promise<ReadonlyMap<string, Building>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#buildings().where('row.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
    return new Map(rows.map(row => [row.id, toBuilding(row)]))
  }

  /** Of a grid and all below it, by street and number. */
  async buildingsIn(
    gridPath: string,
    { limit, cursor, text = '' }: Page,
  ): Promise<{ rows: Building[]; next: string | null }> {
    const after = readCursor(cursor, ['text', 'whole', 'uuid'])
    const rows = await this.#buildings()
      .where(`lies.${placeColumn(depthOf(gridPath))}`, '=', gridPath)
      .$if(text.trim() !== '', q =>
        q.where(sql<boolean>`strpos("row".address || ' ' || "row".name, ${text.trim()}) > 0`),
      )
      .$if(after !== null, q =>
        q.where(
          sql<boolean>`("row".street, "row".house_number, "row".id) > (${after![0]}, ${after![1]}::bigint, ${after![2]}::uuid)`,
        ),
      )
      .orderBy('row.street')
      .orderBy('row.house_number')
      .orderBy('row.id')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.street, last.house_number, last.id])
    return { ...page, rows: page.rows.map(toBuilding) }
  }

  /** Whose inside place lies in a box of degrees, in no order; with `limit`, so many of them. */
  async buildingsInBox([west, south, east, north]: Bounds, limit?: number): Promise<Building[]> {
    const box = sql`box(point(${west * millionths}, ${south * millionths}), point(${east * millionths}, ${north * millionths}))`
    const rows = await this.#buildings()
      .where(sql<boolean>`"row".spot <@ ${box}`)
      .$if(limit !== undefined, q => q.limit(limit!))
      .execute()
    return rows.map(toBuilding)
  }

  /** At a street and number; several when a number has several houses. */
  async buildingsAt(street: string, houseNumber: number): Promise<Building[]> {
    const rows = await this.#buildings()
      .where('row.street', '=', street)
      .where('row.house_number', '=', houseNumber)
      .orderBy('row.id')
      .limit(50)
      .execute()
    return rows.map(toBuilding)
  }

  async findEntrance(id: string): Promise<Entrance | undefined> {
    return (await this.entrances([id])).get(id)
  }

  async entrances(ids: readonly string[]): Promise<ReadonlyMap<string, Entrance>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#entrances().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
    return new Map(rows.map(row => [row.id, toEntrance(row)]))
  }

  /** The entrances of some buildings, in the order of their numbers. */
  async entrancesOf(buildingIds: readonly string[]): Promise<Entrance[]> {
    if (buildingIds.length === 0) return []
    const rows = await this.#entrances()
      .where('building_id', '=', sql<string>`any(${buildingIds}::uuid[])`)
      .orderBy('building_id')
      .orderBy('number')
      .execute()
    return rows.map(toEntrance)
  }

  async courtyards(ids: readonly string[]): Promise<ReadonlyMap<string, Courtyard>> {
    if (ids.length === 0) return new Map()
    const rows = await this.#courtyards().where('row.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
    return new Map(rows.map(row => [row.id, toCourtyard(row)]))
  }

  async courtyardsIn(gridPath: string): Promise<Courtyard[]> {
    const rows = await this.#courtyards()
      .where(`lies.${placeColumn(depthOf(gridPath))}`, '=', gridPath)
      .orderBy('row.name')
      .orderBy('row.id')
      .execute()
    return rows.map(toCourtyard)
  }

  async courtyardsNamed(names: readonly string[]): Promise<Courtyard[]> {
    if (names.length === 0) return []
    const rows = await this.#courtyards()
      .where('row.name', '=', sql<string>`any(${[...new Set(names)]}::text[])`)
      .orderBy('row.id')
      .execute()
    return rows.map(toCourtyard)
  }

  /** What lies in each of some grids, those without anything left out. All paths must have the same depth. */
  async countIn(gridPaths: readonly string[]): Promise<ReadonlyMap<string, BuildingCount>> {
    const [first] = gridPaths
    if (first === undefined) return new Map()
    const column = sql.ref(`lies.${placeColumn(depthOf(first))}`)
    const { rows } = await sql<BuildingCount & { path: string }>`
      with here as materialized (
        select ${column} as path, kind, place_id from places.lies_in lies
        where ${column} = any(${gridPaths}::text[])
          and valid_from <= ${this.#on} and coalesce(valid_to > ${this.#on}, true)
      ), doors as materialized (
        select building_id, count(*)::int as count from places.entrance
        where building_id in (select place_id from here where kind = 'building')
          and valid_from <= ${this.#on} and coalesce(valid_to > ${this.#on}, true)
        group by 1
      )
      select here.path,
        count(*) filter (where here.kind = 'courtyard')::int as courtyards,
        count(building.id)::int as buildings,
        coalesce(sum(building.households), 0)::int as households,
        coalesce(sum(doors.count), 0)::int as entrances
      from here
      left join places.building building on here.kind = 'building' and building.id = here.place_id
      left join doors on doors.building_id = building.id
      group by 1`.execute(this.#db)
    return new Map(rows.map(({ path, ...count }) => [path, count]))
  }

  #buildings() {
    return this.#db
      .selectFrom('places.building as row')
      .innerJoin('places.lies_in as lies', join =>
        join.onRef('lies.place_id', '=', 'row.id').on('lies.kind', '=', 'building'),
      )
      .select([
        ...(['row.id', 'row.courtyard_id', 'row.name', 'row.street', 'row.house_number', 'row.address'] as const),
        ...(['row.use', 'row.floors', 'row.households', 'row.outline', 'row.lon', 'row.lat'] as const),
        'lies.grid_path',
      ])
      .where('row.valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('row.valid_to', 'is', null), eb('row.valid_to', '>', this.#on)]))
      .where('lies.valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('lies.valid_to', 'is', null), eb('lies.valid_to', '>', this.#on)]))
  }

  #courtyards() {
    return this.#db
      .selectFrom('places.courtyard as row')
      .innerJoin('places.lies_in as lies', join =>
        join.onRef('lies.place_id', '=', 'row.id').on('lies.kind', '=', 'courtyard'),
      )
      .select(['row.id', 'row.name', 'row.address', 'row.lon', 'row.lat', 'lies.grid_path'])
      .where('row.valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('row.valid_to', 'is', null), eb('row.valid_to', '>', this.#on)]))
      .where('lies.valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('lies.valid_to', 'is', null), eb('lies.valid_to', '>', this.#on)]))
  }

  #entrances() {
    return this.#db
      .selectFrom('places.entrance')
      .select(['id', 'building_id', 'number', 'name', 'floors', 'rooms_per_floor', 'households'])
      .where('valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.#on)]))
  }
}

type BuildingRow = Omit<PlacesTables['places.building'], 'spot' | 'valid_from' | 'valid_to'> & { grid_path: string }

function toBuilding(row: BuildingRow): Building {
  return {
    id: row.id,
    courtyardId: row.courtyard_id,
    name: row.name,
    street: row.street,
    houseNumber: row.house_number,
    address: row.address,
    use: row.use,
    floors: row.floors,
    households: row.households,
    outline: row.outline,
    point: { lon: row.lon, lat: row.lat },
    gridPath: row.grid_path,
  }
}

type CourtyardRow = Omit<PlacesTables['places.courtyard'], 'spot' | 'valid_from' | 'valid_to'> & { grid_path: string }

const toCourtyard = ({ lon, lat, grid_path, ...row }: CourtyardRow): Courtyard => ({
  ...row,
  point: { lon, lat },
  gridPath: grid_path,
})

type EntranceRow = Omit<PlacesTables['places.entrance'], 'valid_from' | 'valid_to'>

const toEntrance = ({ building_id, rooms_per_floor, ...row }: EntranceRow): Entrance => ({
  ...row,
  buildingId: building_id,
  roomsPerFloor: rooms_per_floor,
})
