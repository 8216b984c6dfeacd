import { sql, type Transaction } from 'kysely'
import type { Bounds } from '#modules/grid/common/index.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import type { Building, Courtyard } from '../../common/building.ts'
import { middleOf } from '../../common/near.ts'
import type { LineKind, PlaceLine } from '../../common/things.ts'
import { LineReader } from '../line-store.ts'
import { PlaceReader } from '../place-store.ts'
import { PlacesLoader } from '../places-loader-store.ts'
import type { PlacesTables } from '../tables.ts'

/** What is planned for a thing: without an id it is new. */
type Wanted<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly id: string | null }

/** Buildings, courtyards and lines of today, and what a file makes of them. */
export class IntakeStore {
  readonly #tx: Transaction<PlacesTables>
  readonly #on: string
  readonly #loader: PlacesLoader

  constructor(tx: Transaction<PlacesTables>, on: string) {
    this.#tx = tx
    this.#on = on
    this.#loader = new PlacesLoader(tx as unknown as Transaction<unknown>, on)
  }

  /** Until the end of the unit of work nobody else takes anything in: the same file twice at once is taken once. */
  async hold(): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('places.intake'))`.execute(this.#tx)
  }

  buildingsIn(bounds: Bounds): Promise<Building[]> {
    return new PlaceReader(this.#tx, this.#on).buildingsInBox(bounds)
  }

  courtyardsNamed(names: readonly string[]): Promise<Courtyard[]> {
    return new PlaceReader(this.#tx, this.#on).courtyardsNamed(names)
  }

  /** With one of the names, and those that somebody points at. */
  linesNamed(kind: LineKind, names: readonly string[], ids: readonly string[]): Promise<PlaceLine[]> {
    return new LineReader(this.#tx, this.#on).named(kind, names, ids)
  }

  async takeBuildings(buildings: readonly Wanted<Building>[]): Promise<void> {
    await this.#loader.addBuildings(fresh(buildings))
    const known = buildings.flatMap(({ id, courtyardId, houseNumber, point: _, gridPath: __, ...row }) =>
      id === null ? [] : [{ id, ...row, courtyard_id: courtyardId, house_number: houseNumber }],
    )
    await sql`update places.building set
        courtyard_id = now.courtyard_id, name = now.name, street = now.street, house_number = now.house_number,
        address = now.address, use = now.use, floors = now.floors, households = now.households, outline = now.outline
      from jsonb_populate_recordset(null::places.building, ${JSON.stringify(known)}::jsonb) now
      where building.id = now.id`.execute(this.#tx)
  }

  async takeCourtyards(courtyards: readonly Wanted<Courtyard>[]): Promise<void> {
    await this.#loader.addCourtyards(fresh(courtyards))
    const known = courtyards.flatMap(({ id, address }) => (id === null ? [] : [{ id, address }]))
    await sql`update places.courtyard set address = now.address
      from jsonb_populate_recordset(null::places.courtyard, ${JSON.stringify(known)}::jsonb) now
      where courtyard.id = now.id`.execute(this.#tx)
  }

  async takeLines(lines: readonly Wanted<PlaceLine>[]): Promise<void> {
    await this.#loader.addLines(fresh(lines))
    const known = lines.flatMap(({ id, name, street, coordinates, ...line }) => {
      const row = { name, street, coordinates, ...middleOf(coordinates), length_metres: line.lengthMetres }
      return id === null ? [] : [{ id, ...row, area_square_metres: line.areaSquareMetres, grid_path: line.gridPath }]
    })
    await sql`update places.line set
        name = now.name, street = now.street, coordinates = now.coordinates, length_metres = now.length_metres,
        area_square_metres = now.area_square_metres, lon = now.lon, lat = now.lat, grid_path = now.grid_path
      from jsonb_populate_recordset(null::places.line, ${JSON.stringify(known)}::jsonb) now
      where line.id = now.id`.execute(this.#tx)
  }
}

function fresh<T extends { readonly id: string }>(things: readonly Wanted<T>[]): T[] {
  return things.flatMap(thing => (thing.id === null ? [{ ...thing, id: newId() } as unknown as T] : []))
}
