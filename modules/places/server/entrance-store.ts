import type { Transaction } from 'kysely'
import type { Entrance } from '../common/building.ts'
import type { PlacesTables } from './tables.ts'

/** Entrances, one at a time. */
export class EntranceStore {
  readonly #tx: Transaction<PlacesTables>

  constructor(tx: Transaction<PlacesTables>) {
    this.#tx = tx
  }

  /** Also one that has ended: an id is given once. */
  async has(id: string): Promise<boolean> {
    const found = await this.#tx.selectFrom('places.entrance').select('id').where('id', '=', id).executeTakeFirst()
    return found !== undefined
  }

  async putRight(id: string, size: Pick<Entrance, 'floors' | 'roomsPerFloor' | 'households'>): Promise<void> {
    const { floors, roomsPerFloor, households } = size
    await this.#tx
      .updateTable('places.entrance')
      .set({ floors, rooms_per_floor: roomsPerFloor, households })
      .where('id', '=', id)
      .execute()
  }
}
