import { photoUrl } from '../ui/photo-url.ts'

interface PhotoLineProps {
  readonly fileIds: readonly string[]
  /** What a reader hears of each; the first is 1. */
  readonly alt: (n: number) => string
}

/** Photos of one thing beside each other; each opens large. */
export function PhotoLine({ fileIds, alt }: PhotoLineProps) {
  if (fileIds.length === 0) return null
  return (
    <div className="o-actions">
      {fileIds.map((id, i) => (
        <a key={id} href={photoUrl(id, 'large')}>
          <img src={photoUrl(id, 'small')} alt={alt(i + 1)} width="160" />
        </a>
      ))}
    </div>
  )
}
