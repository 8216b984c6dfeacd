import { useCallback, useEffect, useRef, useState } from 'react'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { type UploadedFile, type Upload, uploadPhoto } from './upload.ts'

export interface Photo {
  /** Where it is kept on this page; the server's id comes with `uploaded`. */
  readonly key: number
  /** Null for a photo that was sent before the page was opened again. */
  readonly blob: Blob | null
  readonly previewUrl: string | null
  readonly state: 'sending' | 'ready' | 'failed'
  readonly share: number
  readonly uploaded: UploadedFile | null
  readonly trouble: unknown
}

export interface Photos {
  readonly list: readonly Photo[]
  readonly max: number
  readonly fileIds: readonly string[]
  readonly isSending: boolean
  readonly add: (blobs: readonly Blob[]) => void
  readonly remove: (key: number) => void
  readonly again: (key: number) => void
  readonly clear: () => void
  /** Waits for what is on its way, then gives every photo with the server's id where it arrived. */
  readonly settle: () => Promise<readonly SettledPhoto[]>
}

export type SettledPhoto = Pick<Photo, 'blob' | 'uploaded'>

export interface PhotosOptions {
  readonly upload?: Upload
  /** Photos of a kept draft that the server already has. */
  readonly sentBefore?: readonly UploadedFile[]
}

let nextKey = 1

function sentPhoto(uploaded: UploadedFile): Photo {
  const previewUrl = uploaded.previewUrl ?? null
  return { key: nextKey++, blob: null, previewUrl, state: 'ready', share: 1, uploaded, trouble: null }
}

/**
 * Photos of a form: each travels on its own, so that one that fails stops neither the others nor the writing. How they
 * travel is an argument, so that a queue that works without a network can take over.
 */
export function usePhotos(max = 5, { upload = uploadPhoto, sentBefore = [] }: PhotosOptions = {}): Photos {
  const [list, setList] = useState<readonly Photo[]>(() => sentBefore.map(sentPhoto))
  const current = useRef(list)
  const arrived = useRef(new Map(list.flatMap(({ key, uploaded }) => (uploaded ? [[key, uploaded] as const] : []))))
  const onTheWay = useRef(new Map<number, Promise<void>>())
  useEffect(() => {
    current.current = list
  }, [list])
  useEffect(
    () => () => {
      for (const photo of current.current) forgetPreview(photo)
    },
    [],
  )
  const change = useCallback((key: number, part: Partial<Photo>) => {
    setList(before => before.map(photo => (photo.key === key ? { ...photo, ...part } : photo)))
  }, [])
  const sendOne = useCallback(
    async (key: number, blob: Blob) => {
      change(key, { state: 'sending', share: 0, trouble: null })
      try {
        const answer = await upload(blob, share => change(key, { share }))
        if (isRefusal(answer)) change(key, { state: 'failed', trouble: answer })
        else {
          arrived.current.set(key, answer)
          const { previewUrl } = answer
          change(key, { state: 'ready', share: 1, uploaded: answer, ...(previewUrl ? { previewUrl } : {}) })
        }
      } catch (trouble) {
        change(key, { state: 'failed', trouble })
      }
    },
    [change, upload],
  )
  const add = useCallback(
    (blobs: readonly Blob[]) => {
      const fresh = blobs.slice(0, max - current.current.length).map(blob => ({ key: nextKey++, blob }))
      const photos = fresh.map(({ key, blob }) => {
        const previewUrl = URL.createObjectURL(blob)
        return { key, blob, previewUrl, state: 'sending', share: 0, uploaded: null, trouble: null } satisfies Photo
      })
      setList(before => [...before, ...photos])
      for (const { key, blob } of fresh) onTheWay.current.set(key, sendOne(key, blob))
    },
    [max, sendOne],
  )
  const remove = useCallback((key: number) => {
    const photo = current.current.find(one => one.key === key)
    if (photo) forgetPreview(photo)
    setList(before => before.filter(one => one.key !== key))
  }, [])
  const again = useCallback(
    (key: number) => {
      const photo = current.current.find(one => one.key === key)
      if (photo?.blob) onTheWay.current.set(key, sendOne(key, photo.blob))
    },
    [sendOne],
  )
  const clear = useCallback(() => setList([]), [])
  const settle = useCallback(async () => {
    await Promise.all(onTheWay.current.values())
    return current.current.map(({ key, blob }) => ({ blob, uploaded: arrived.current.get(key) ?? null }))
  }, [])
  const fileIds = list.flatMap(photo => (photo.uploaded ? [photo.uploaded.fileId] : []))
  return {
    list,
    max,
    fileIds,
    isSending: list.some(photo => photo.state === 'sending'),
    add,
    remove,
    again,
    clear,
    settle,
  }
}

function forgetPreview(photo: Photo): void {
  if (photo.previewUrl) URL.revokeObjectURL(photo.previewUrl)
}
