import { photoUrl } from '../../ui/ui/photo-url.ts'
import type { StockWorld } from './offline-module.ts'

/** Small pictures of today's things: at most so many of a shelf, and none above so many bytes. So at most 12 MB of each. */
export const keptPhotoLimits = { photos: 60, bytesEach: 200_000 } as const

/** Each module that takes photos along has a shelf of its own. */
export type PhotoShelf = 'photo' | 'campaign-photo'

export const keptPhotoName = (shelf: PhotoShelf, fileId: string) => `${shelf}-${fileId}`

/** These photos and no others come to lie on a shelf of the phone, sealed; the first ones, where they are too many. */
export async function takePhotos(
  { bytes, keepBytes, keptNames }: Pick<StockWorld, 'bytes' | 'keepBytes' | 'keptNames'>,
  shelf: PhotoShelf,
  fileIds: readonly string[],
): Promise<void> {
  const prefix = keptPhotoName(shelf, '')
  const wanted = [...new Set(fileIds)].slice(0, keptPhotoLimits.photos).map(id => keptPhotoName(shelf, id))
  const there = new Set((await keptNames()).filter(name => name.startsWith(prefix)))
  for (const name of there) if (!wanted.includes(name)) await keepBytes(name, null)
  for (const name of wanted) {
    if (there.has(name)) continue
    const photo = await bytes(photoUrl(name.slice(prefix.length), 'small'))
    if (photo !== null && photo.byteLength <= keptPhotoLimits.bytesEach) await keepBytes(name, photo)
  }
}
