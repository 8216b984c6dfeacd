import { useText } from '#platform/ui/ui/use-text.ts'
import { casesMessages } from '../common/messages.ts'
import type { Photo } from '../common/presented.ts'
import { caseUiMessages } from './messages.ts'
import './cases.css'

export function photoAddress(fileId: string, size: 'small' | 'large'): string {
  return `/api/files/${fileId}?size=${size}`
}

/** What was found and what was done about it, side by side. */
export function PhotoPair({ photos }: { readonly photos: readonly Photo[] }) {
  const t = useText(casesMessages)
  const before = photos.filter(photo => photo.role === 'before')
  const after = photos.filter(photo => photo.role === 'after')
  const verify = photos.filter(photo => photo.role === 'verify')
  if (photos.length === 0) return null
  return (
    <div className="c-photos">
      <PhotoStrip title={t('cases.photo.before')} photos={before} />
      <PhotoStrip title={t('cases.photo.after')} photos={after} />
      <PhotoStrip title={t('cases.photo.verify')} photos={verify} />
    </div>
  )
}

function PhotoStrip({ title, photos }: { readonly title: string; readonly photos: readonly Photo[] }) {
  const t = useText(caseUiMessages)
  if (photos.length === 0) return null
  return (
    <figure className="c-strip">
      <figcaption>{title}</figcaption>
      <ul>
        {photos.map((photo, index) => (
          <li key={photo.fileId}>
            <a href={photoAddress(photo.fileId, 'large')} target="_blank" rel="noreferrer">
              <img
                src={photoAddress(photo.fileId, 'small')}
                alt={t('photo.n', { title, n: index + 1 })}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
    </figure>
  )
}
