import type { Transaction } from 'kysely'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CleaningItem } from '../common/standard.ts'
import { CleaningWriter } from './cleaning-store.ts'
import type { CleaningTables } from './tables.ts'

/** A look as it is taken over from elsewhere; its photos come by `addPhotos`. */
export interface LoadedLook {
  readonly id: string
  readonly section: { readonly id: string; readonly gridPath: string }
  readonly at: Instant
  readonly by: { readonly personId: string; readonly postId: string }
  readonly found: {
    readonly item: CleaningItem
    readonly points: number
    readonly reason: string
    readonly place: { readonly lon: number; readonly lat: number }
    readonly objectUntil: Instant
  } | null
}

/** Looks from before, with what was found in each. */
export async function addLooks(tx: Transaction<unknown>, looks: readonly LoadedLook[]): Promise<void> {
  const writer = new CleaningWriter(tx as unknown as Transaction<CleaningTables>)
  for (const { id, section, at, by, found } of looks) {
    const month = dayOf(at).slice(0, 7)
    const owner = { owner_id: by.personId, post_id: by.postId, unit_id: null, grid_path: section.gridPath }
    await writer.look({ id, section_id: section.id, at, device_at: at, heard_at: at, month, ...owner })
    if (!found) continue
    const { item, points, reason, place, objectUntil } = found
    await writer.add({
      ...{ id, section_id: section.id, month, item, reason, lon: place.lon, lat: place.lat },
      ...{ points_first: points, points, state: 'stands', outcome: null, object_until: objectUntil },
    })
    const event = { kind: 'deducted', at, byId: by.personId, points } as const
    await writer.happen(id, null, event, { postId: by.postId, text: reason })
  }
}
