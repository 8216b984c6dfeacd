import { photoUrl } from '../../ui/ui/photo-url.ts'
import type { StockWorld } from './offline-module.ts'

/** Small pictures of today's things: at most so many, and none above so many bytes. So at most 12 MB lie on the phone. */
export const keptPhotoLimits = { photos: 60, bytesEach: 200_000 } as const

export const keptPhotoName = (fileId: string) => `photo-${fileId}`
const prefix = keptPhotoName('')

/** These photos and no others come to lie on the phone, sealed; the first ones, where they are too many. */
export async function takePhotos(
  { bytes, keepBytes, keptNames }: Pick<StockWorld, 'bytes' | 'keepBytes' | 'keptNames'>,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)].slice(0, keptPhotoLimits.photos).map(keptPhotoName)
  const there = new Set((await keptNames()).filter(name => name.startsWith(prefix)))
  for (const name of there) if (!wanted.includes(name)) await keepBytes(name, null)
  for (const name of wanted) {
    if (there.has(name)) continue
    const photo = await bytes(photoUrl(name.slice(prefix.length), 'small'))
    if (photo !== null && photo.byteLength <= keptPhotoLimits.bytesEach) await keepBytes(name, photo)
  }
}
