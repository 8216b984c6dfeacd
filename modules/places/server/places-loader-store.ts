import { sql, type Transaction } from 'kysely'
import type { SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Building, Courtyard, Entrance } from '../common/building.ts'
import { sealPhone } from './phone-store.ts'
import { middleOf } from '../common/near.ts'
import type { Overlay, PlaceLine, PostOnThing } from '../common/things.ts'
import type { PlacesTables } from './tables.ts'

const rowsAtOnce = 2000

/** Fills buildings and what belongs to them: for the made-up town, and for moving in from another system. */
export class PlacesLoader {
  readonly #tx: Transaction<unknown>
  readonly #from: string

  /** `validFrom` is the day from which all of it counts. */
  constructor(tx: Transaction<unknown>, validFrom: string) {
    this.#tx = tx
    this.#from = validFrom
  }

  async addCourtyards(courtyards: readonly Courtyard[]): Promise<void> {
    const rows = courtyards.map(({ id, name, address, point }) => ({ id, name, address, ...point }))
    await this.#insert('places.courtyard', rows)
    await this.#insert('places.lies_in', courtyards.map(liesAs('courtyard')))
  }

  async addBuildings(buildings: readonly Building[]): Promise<void> {
    const rows = buildings.map(({ courtyardId, houseNumber, point, gridPath: _, ...building }) => ({
      ...building,
      courtyard_id: courtyardId,
      house_number: houseNumber,
      ...point,
    }))
    await this.#insert('places.building', rows)
    await this.#insert('places.lies_in', buildings.map(liesAs('building')))
  }

  async addEntrances(entrances: readonly Entrance[]): Promise<void> {
    const rows = entrances.map(({ buildingId, roomsPerFloor, ...entrance }) => ({
      ...entrance,
      building_id: buildingId,
      rooms_per_floor: roomsPerFloor,
    }))
    await this.#insert('places.entrance', rows)
  }

  async addLines(lines: readonly PlaceLine[]): Promise<void> {
    const rows = lines.map(({ lengthMetres, areaSquareMetres, gridPath, ...line }) => ({
      ...line,
      ...middleOf(line.coordinates),
      length_metres: lengthMetres,
      area_square_metres: areaSquareMetres,
      grid_path: gridPath,
    }))
    await this.#insert('places.line', rows)
  }

  /** Parents before children. */
  async addOverlays(overlays: readonly Overlay[]): Promise<void> {
    const rows = overlays.map(({ id, kind, use, name, parentId }) => ({ id, kind, use, name, parent_id: parentId }))
    await this.#insert('places.overlay', rows)
    const cells = overlays.flatMap(({ id, cells: own }) => own.map(path => ({ overlay_id: id, grid_path: path })))
    await this.#insert('places.overlay_cell', cells)
  }

  async addPosts(posts: readonly PostOnThing[]): Promise<void> {
    const rows = posts.map(({ thingKind, thingId, duty, postId }) => ({
      thing_kind: thingKind,
      thing_id: thingId,
      duty,
      post_id: postId,
    }))
    await this.#insert('places.post_on', rows)
  }

  async addPhones(
    phones: readonly { readonly postId: string; readonly phone: string }[],
    secrets: SecretBox,
    at: Instant,
  ) {
    for (let start = 0; start < phones.length; start += rowsAtOnce) {
      await (this.#tx as unknown as Transaction<PlacesTables>)
        .insertInto('places.post_phone')
        .values(
          phones.slice(start, start + rowsAtOnce).map(({ postId, phone }) => ({
            ...{ post_id: postId, phone_sealed: sealPhone(secrets, postId, phone), changed_at: at, changed_by: 'town' },
          })),
        )
        .execute()
    }
  }

  /** Rows travel as one JSON text per statement: no limit of parameters, and one plan for any number of rows. */
  async #insert(table: keyof PlacesTables, rows: readonly object[]): Promise<void> {
    const columns = [...Object.keys(rows[0] ?? {}), 'valid_from'].map(name => sql.ref(name))
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const some = rows.slice(start, start + rowsAtOnce).map(row => ({ ...row, valid_from: this.#from }))
      await sql`insert into ${sql.table(table)} (${sql.join(columns)})
        select ${sql.join(columns)}
        from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(some)}::jsonb)`.execute(this.#tx)
    }
  }
}

function liesAs(kind: 'courtyard' | 'building') {
  return ({ id, gridPath }: { readonly id: string; readonly gridPath: string }) => ({
    kind,
    place_id: id,
    grid_path: gridPath,
  })
}
