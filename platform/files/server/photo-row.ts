import { createHash } from 'node:crypto'
import type { Instant } from '../../kernel/common/instant.ts'
import type { Photo } from './develop-photo.ts'
import type { PhotoRow } from './file-store.ts'

interface Sent {
  readonly id: string
  readonly personId: string
  readonly at: Instant
  /** By whoever sent it, where the picture itself says nothing. */
  readonly takenAt?: Instant | null
}

/** What is kept of a photo beside its two pictures. */
export function photoRow(photo: Photo, { id, personId, at, takenAt = null }: Sent): PhotoRow {
  return {
    ...{ id, uploaded_by: personId, uploaded_at: at, width: photo.width, height: photo.height },
    ...{ bytes: photo.large.length, sha256: createHash('sha256').update(photo.large).digest('hex') },
    taken_at: photo.takenAt ?? takenAt,
    ...{ taken_lon: photo.place?.lon ?? null, taken_lat: photo.place?.lat ?? null },
  }
}
