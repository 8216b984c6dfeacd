import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'

/** Fine enough for half the width of a page, small enough for a file with twenty photos. */
const longestSide = 900

/** A kept photo, made smaller for paper. Null when it cannot be read: a paper is better without it than not at all. */
export async function photoForPrint(kept: Readable): Promise<Uint8Array | null> {
  try {
    return await sharp(await buffer(kept))
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer()
  } catch {
    return null
  }
}
