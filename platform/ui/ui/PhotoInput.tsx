import { useId, useRef } from 'react'
import { uiMessages } from '../messages.ts'
import { Button } from './Button.tsx'
import { useExplain } from './client.tsx'
import type { Photo, Photos } from './use-photos.ts'
import { useText } from './use-text.ts'

export interface PhotoInputProps {
  readonly label: string
  readonly hint?: string
  readonly photos: Photos
  /** Opens the camera at once instead of the album. Both buttons are there anyway. */
  readonly isCameraFirst?: boolean
  readonly error?: string | null
  /** Instead of "sent": where a photo is once it is ready. */
  readonly readyWord?: string
}

/** Own buttons, since the browser's file input speaks only the browser's language. */
export function PhotoInput({ label, hint, photos, isCameraFirst = false, error, readyWord }: PhotoInputProps) {
  const t = useText(uiMessages)
  const id = useId()
  const isFull = photos.list.length >= photos.max
  return (
    <fieldset className="w-field w-group" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="w-label">{label}</legend>
      {hint ? (
        <p className="w-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {photos.list.length > 0 ? (
        <ul className="w-photos">
          {photos.list.map((photo, index) => (
            <PhotoTile key={photo.key} photo={photo} n={index + 1} photos={photos} readyWord={readyWord} />
          ))}
        </ul>
      ) : null}
      {isFull ? (
        <p className="w-hint">{t('photo.full', { max: photos.max })}</p>
      ) : (
        <div className="w-row">
          <Picker label={t('photo.take')} isCamera isPrimary={isCameraFirst} onPick={photos.add} />
          <Picker label={t('photo.choose')} onPick={photos.add} />
        </div>
      )}
      {error ? (
        <p className="w-error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

interface PickerProps {
  readonly label: string
  readonly isCamera?: boolean
  readonly isPrimary?: boolean
  readonly onPick: (photos: readonly Blob[]) => void
}

function Picker({ label, isCamera, isPrimary, onPick }: PickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture={isCamera ? 'environment' : undefined}
        multiple={!isCamera}
        className="w-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={event => {
          onPick([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button look={isPrimary ? 'primary' : 'plain'} onPress={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}

interface PhotoTileProps {
  readonly photo: Photo
  readonly n: number
  readonly photos: Photos
  readonly readyWord: string | undefined
}

function PhotoTile({ photo, n, photos, readyWord }: PhotoTileProps) {
  const t = useText(uiMessages)
  const explain = useExplain()
  return (
    <li className="w-photo">
      {photo.previewUrl ? (
        <img src={photo.previewUrl} alt={t('photo.one', { n })} />
      ) : (
        <p className="w-photo-plain">{t('photo.one', { n })}</p>
      )}
      <div className="w-photo-side">
        {photo.state === 'sending' ? (
          <progress aria-label={t('photo.sending', { n })} value={photo.share} max={1} />
        ) : null}
        {photo.state === 'ready' ? <p className="w-good">{readyWord ?? t('photo.ready')}</p> : null}
        {photo.state === 'failed' ? (
          <p className="w-error" role="alert">
            {t('photo.failed')}
            <span className="w-soft"> {explain(photo.trouble)}</span>
          </p>
        ) : null}
        <div className="w-row">
          {photo.state === 'failed' ? (
            <Button look="quiet" onPress={() => photos.again(photo.key)}>
              {t('photo.again', { n })}
            </Button>
          ) : null}
          <Button look="quiet" onPress={() => photos.remove(photo.key)}>
            {t('photo.remove', { n })}
          </Button>
        </div>
      </div>
    </li>
  )
}
