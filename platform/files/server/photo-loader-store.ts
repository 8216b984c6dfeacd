import type { Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { attachFiles } from './attach.ts'
import type { Photo } from './develop-photo.ts'
import { type FileTables, FileWriter } from './file-store.ts'
import { photoRow } from './photo-row.ts'
import type { PhotoStorage } from './storage.ts'

export interface LoadedPhoto {
  readonly id: string
  readonly photo: Photo
  readonly subject: Subject
  readonly role: string
  readonly by: string
  readonly at: Instant
}

/** Photos with the things that they belong to, as they come from elsewhere. */
export async function addPhotos(
  tx: Transaction<unknown>,
  storage: PhotoStorage,
  photos: readonly LoadedPhoto[],
): Promise<void> {
  const files = new FileWriter(tx as unknown as Transaction<FileTables>)
  for (const { id, photo, subject, role, by, at } of photos) {
    await Promise.all([storage.put(id, 'large', photo.large), storage.put(id, 'small', photo.small)])
    await files.add(photoRow(photo, { id, personId: by, at }))
    const trouble = await attachFiles(tx, { fileIds: [id], subject, role, by, now: at })
    if (isRefusal(trouble)) throw new Error(`photo ${id}: ${trouble.code}`)
  }
}
