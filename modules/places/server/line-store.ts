import { type Kysely, sql } from 'kysely'
import type { ReadHandle } from '#modules/grid/server/index.ts'
import { depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn } from '#platform/authz/server/visible-where.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'
import type { LineKind, PlaceLine } from '../common/things.ts'
import type { PlacesTables } from './tables.ts'

export interface PlacedLine extends PlaceLine {
  /** The middle of it. */
  readonly point: Point
}

const metresPerDegree = 111_195
const millionths = 1_000_000

/** Roads, rivers and sections as they were on a day. They lie in the open, so it takes no actor. */
export class LineReader {
  readonly #db: Kysely<PlacesTables>
  readonly #on: string

  constructor(db: ReadHandle, on: string) {
    this.#db = db as unknown as Kysely<PlacesTables>
    this.#on = on
  }

  /** All of a kind in a grid by name, or the first of them. */
  async listIn(kind: LineKind, gridPath: string, limit?: number): Promise<PlacedLine[]> {
    const rows = await this.#lines()
      .where('kind', '=', kind)
      .where(placeColumn(depthOf(gridPath)), '=', gridPath)
      .orderBy('name')
      .orderBy('id')
      .$if(limit !== undefined, q => q.limit(limit!))
      .execute()
    return rows.map(toLine)
  }

  /** Square metres and lengths of all lines of a kind in a grid, however many are shown. */
  async totalsIn(kind: LineKind, gridPath: string): Promise<{ count: number; lengthMetres: number; area: number }> {
    return this.#db
      .selectFrom('places.line')
      .select([
        sql<number>`count(*)::int`.as('count'),
        sql<number>`coalesce(sum(length_metres), 0)`.as('lengthMetres'),
        sql<number>`coalesce(sum(area_square_metres), 0)::int`.as('area'),
      ])
      .where('kind', '=', kind)
      .where(placeColumn(depthOf(gridPath)), '=', gridPath)
      .where('valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.#on)]))
      .executeTakeFirstOrThrow()
  }

  /** Ids of all lines of a kind in a grid. */
  async idsIn(kind: LineKind, gridPath: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('places.line')
      .select('id')
      .where('kind', '=', kind)
      .where(placeColumn(depthOf(gridPath)), '=', gridPath)
      .where('valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.#on)]))
      .execute()
    return rows.map(({ id }) => id)
  }

  /** The whole roads of some streets, by street; a street of one name may be there in two places. */
  async roadsOf(streets: readonly string[]): Promise<{ id: string; street: string; gridPath: string }[]> {
    if (streets.length === 0) return []
    return this.#db
      .selectFrom('places.line')
      .select(['id', 'street', 'grid_path as gridPath'])
      .where('kind', '=', 'road')
      .where('street', 'in', [...new Set(streets)])
      .where('valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.#on)]))
      .orderBy('id')
      .execute()
  }

  /** Those of a kind with one of some names or ids, wherever they run. */
  async named(kind: LineKind, names: readonly string[], ids: readonly string[]): Promise<PlacedLine[]> {
    const rows = await this.#lines()
      .where('kind', '=', kind)
      .where(eb =>
        eb.or([
          eb('name', '=', sql<string>`any(${[...new Set(names)]}::text[])`),
          eb('id', '=', sql<string>`any(${ids}::uuid[])`),
        ]),
      )
      .orderBy('id')
      .execute()
    return rows.map(toLine)
  }

  async find(id: string): Promise<PlacedLine | undefined> {
    const row = await this.#lines().where('id', '=', id).executeTakeFirst()
    return row && toLine(row)
  }

  /** Lines whose middle lies within some metres, for a closer look at their course. */
  async withMiddleNear({ lon, lat }: Point, metres: number, limit: number): Promise<PlacedLine[]> {
    const up = metres / metresPerDegree
    const across = up / Math.cos((lat * Math.PI) / 180)
    const corner = (x: number, y: number) => sql`point(${x * millionths}, ${y * millionths})`
    const box = sql`box(${corner(lon - across, lat - up)}, ${corner(lon + across, lat + up)})`
    const rows = await this.#lines().where(sql<boolean>`spot <@ ${box}`).limit(limit).execute()
    return rows.map(toLine)
  }

  #lines() {
    return this.#db
      .selectFrom('places.line')
      .select([
        ...(['id', 'kind', 'name', 'street', 'class', 'coordinates', 'length_metres'] as const),
        ...(['area_square_metres', 'lon', 'lat', 'grid_path'] as const),
      ])
      .where('valid_from', '<=', this.#on)
      .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', this.#on)]))
  }
}

type Row = Pick<
  PlacesTables['places.line'],
  'id' | 'kind' | 'name' | 'street' | 'class' | 'coordinates' | 'length_metres' | 'area_square_metres' | 'lon' | 'lat'
> & { grid_path: string }

function toLine({ length_metres, area_square_metres, lon, lat, grid_path, ...row }: Row): PlacedLine {
  return {
    ...row,
    lengthMetres: length_metres,
    areaSquareMetres: area_square_metres,
    point: { lon, lat },
    gridPath: grid_path,
  }
}
