import { fileMessages } from '#platform/files/common/messages.ts'
import type { FileShown } from '#platform/files/common/papers.ts'
import { photoUrl } from '#platform/ui/ui/photo-url.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { institutionsMessages } from '../common/messages.ts'

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** Papers by their names, to be saved, with whether they are found by what is written in them; photos as they are, larger on asking. */
export function Attached({ files }: { readonly files: readonly FileShown[] }) {
  const t = useText(institutionsMessages, fileMessages)
  const papers = files.filter(({ name }) => name !== null)
  const photos = files.filter(({ name }) => name === null)
  if (files.length === 0) return null
  return (
    <section className="in-attachments" aria-label={t('print.attachments')}>
      {papers.length > 0 ? (
        <ul>
          {papers.map(({ fileId, name, bytes, text }) => (
            <li key={fileId}>
              <a href={photoUrl(fileId, 'large')} download>
                {name}
              </a>{' '}
              <span>
                {sizeOf(bytes)}
                {text ? ` · ${t(`paper.${text}`)}` : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {photos.map(({ fileId }, i) => (
        <a key={fileId} href={photoUrl(fileId, 'large')} target="_blank" rel="noreferrer">
          <img src={photoUrl(fileId, 'small')} alt={t('body.attachment', { n: i + 1 })} />
        </a>
      ))}
    </section>
  )
}
