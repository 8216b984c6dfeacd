import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../kernel/ui/new-id.ts'
import { Spinner } from '../../ui/ui/Notice.tsx'
import { PhotoInput, type PhotoInputProps } from '../../ui/ui/PhotoInput.tsx'
import type { UploadedFile } from '../../ui/ui/upload.ts'
import { type Photos, usePhotos } from '../../ui/ui/use-photos.ts'
import type { DraftPhoto } from './drafts.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { offlineMessages } from './messages.ts'
import { usePhone } from './offline.tsx'
import { type StampLines, stampPhoto } from './photo-stamp.ts'
import { PhoneFull } from './vault.ts'

/** What is left free for everything else, so that a full phone is noticed before the system fails. */
const sparedBytes = 20 * 1024 * 1024

/** A photo of a draft that was begun before, with a picture of it. */
export type ShownPhoto = DraftPhoto & { readonly previewUrl: string }

export interface Begun {
  readonly value: unknown
  readonly photos: readonly ShownPhoto[]
}

/** Reads what was begun in a form, photos too, before the form is shown. */
export function WithDraft(props: { readonly form: string; readonly children: (begun: Begun | null) => ReactNode }) {
  const { form, children } = props
  const phone = usePhone()
  const [begun, setBegun] = useState<{ readonly form: string; readonly draft: Begun | null } | null>(null)
  useEffect(() => {
    let isGone = false
    const draft = phone.drafts.get(form)
    const photos = Promise.all(
      (draft?.photos ?? []).map(async photo => {
        const bytes = await phone.vault.read('bytes', photo.id)
        if (!(bytes instanceof ArrayBuffer)) return []
        return [{ ...photo, previewUrl: URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })) }]
      }),
    )
    void photos.then(shown => {
      if (!isGone) setBegun({ form, draft: draft ? { value: draft.value, photos: shown.flat() } : null })
    })
    return () => {
      isGone = true
    }
  }, [phone, form])
  return begun?.form === form ? children(begun.draft) : <Spinner />
}

export interface OwnPhotos extends Photos {
  /** Those that lie on the phone, as the outbox takes them. */
  readonly kept: () => readonly DraftPhoto[]
  /** The same for a form that is sent: one that is still being read is waited for, so that it goes along. */
  readonly settled: () => Promise<readonly DraftPhoto[]>
  /** There is no room for more: said before anything is lost. */
  readonly isFull: boolean
}

interface OwnPhotosOptions {
  readonly begun?: readonly ShownPhoto[]
  /** What is written on the photo; asked when it is taken. */
  readonly stamp?: () => Promise<StampLines>
}

/** Photos that lie on this phone, sealed, the moment they are taken; the outbox sends them later. */
export function useOwnPhotos(max: number, { begun = [], stamp }: OwnPhotosOptions = {}): OwnPhotos {
  const phone = usePhone()
  const known = useRef(new Map(begun.map(({ id, bytes, takenAt }) => [id, { id, bytes, takenAt }])))
  const newest = useRef(stamp)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    newest.current = stamp
  })
  const keep = useCallback(
    async (photo: Blob): Promise<UploadedFile> => {
      const takenAt = new Date('lastModified' in photo ? Number(photo.lastModified) : Date.now()).toISOString()
      const prepared = await stampPhoto(photo, (await newest.current?.()) ?? [])
      const jpeg = prepared?.jpeg ?? photo
      const id = newId()
      const room = await roomLeft()
      setFull(room !== null && room < jpeg.size + sparedBytes)
      try {
        await phone.vault.write([{ kind: 'bytes', id, value: await jpeg.arrayBuffer() }])
      } catch (trouble) {
        if (trouble instanceof PhoneFull) setFull(true)
        throw trouble
      }
      known.current.set(id, { id, bytes: jpeg.size, takenAt })
      const size = { width: prepared?.width ?? null, height: prepared?.height ?? null }
      return {
        fileId: id,
        contentType: 'image/jpeg',
        ...size,
        takenAt,
        place: null,
        previewUrl: URL.createObjectURL(jpeg),
      }
    },
    [phone],
  )
  const photos = usePhotos(max, {
    upload: keep,
    sentBefore: begun.map(({ id, takenAt, previewUrl }) => ({
      ...{ fileId: id, contentType: 'image/jpeg', width: null, height: null, takenAt, place: null, previewUrl },
    })),
  })
  const { fileIds, settle } = photos
  const ofIds = (ids: readonly string[]) => ids.flatMap(id => known.current.get(id) ?? [])
  const settled = async () => ofIds((await settle()).flatMap(({ uploaded }) => uploaded?.fileId ?? []))
  return { ...photos, kept: () => ofIds(fileIds), settled, isFull }
}

/** The photos of a form that lie on this phone: each says so, since nothing has been sent yet. */
export function OwnPhotoInput(props: Omit<PhotoInputProps, 'readyWord'>) {
  const t = useText(offlineMessages)
  return <PhotoInput {...props} readyWord={t('photos.on-phone')} />
}

/** Bytes that the browser would still give; null when it does not say. */
async function roomLeft(): Promise<number | null> {
  const told = await navigator.storage?.estimate?.().catch(() => null)
  return told?.quota === undefined || told.usage === undefined ? null : told.quota - told.usage
}
