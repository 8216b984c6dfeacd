import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** A photo in two sizes, a paper as it came. */
export type PhotoSize = 'large' | 'small' | 'paper'

/** Where pictures and papers lie. The local disk here; an object store can take its place by these three calls. */
export interface PhotoStorage {
  put(id: string, size: PhotoSize, bytes: Buffer): Promise<void>
  read(id: string, size: PhotoSize): Readable
  remove(id: string): Promise<void>
}

/** On the local disk, two folders deep by the random end of the id (its beginning is the time). */
export function diskStorage(folder: string): PhotoStorage {
  const pathOf = (id: string, size: PhotoSize) =>
    join(folder, id.slice(-2), id.slice(-4, -2), size === 'paper' ? `${id}.paper` : `${id}.${size}.jpg`)
  return {
    async put(id, size, bytes) {
      const path = pathOf(id, size)
      await mkdir(dirname(path), { recursive: true })
      // On disk before its row is committed: a row never points to a picture that a power cut took.
      // A part of its own for each: the same photo may become whole twice at the same moment.
      const part = `${path}.${randomUUID()}.part`
      const file = await open(part, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, path)
    },
    read: (id, size) => createReadStream(pathOf(id, size)),
    async remove(id) {
      await Promise.all((['large', 'small', 'paper'] as const).map(size => rm(pathOf(id, size), { force: true })))
    },
  }
}
