import { useEffect, useState } from 'react'
import { photoUrl } from '../../ui/ui/photo-url.ts'
import { useText } from '../../ui/ui/use-text.ts'
import { keptPhotoName, type PhotoShelf } from './kept-photos.ts'
import { offlineMessages } from './messages.ts'
import { usePhone } from './offline.tsx'

interface KeptImageProps {
  readonly fileId: string
  readonly alt: string
  /** Where it lies, if it was taken along. */
  readonly shelf?: PhotoShelf
}

/** A photo of the server's, or what lies of it on the phone where the server is out of reach. Opens large where it can. */
export function KeptImage({ fileId, alt, shelf = 'photo' }: KeptImageProps) {
  const t = useText(offlineMessages)
  const phone = usePhone()
  const [shown, setShown] = useState<'server' | 'phone' | 'nowhere'>('server')
  const [own, setOwn] = useState<string | null>(null)
  useEffect(() => () => void (own && URL.revokeObjectURL(own)), [own])
  async function showKept() {
    const bytes = await phone.stockBytes(keptPhotoName(shelf, fileId))
    setShown(bytes ? 'phone' : 'nowhere')
    if (bytes) setOwn(URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })))
  }
  if (shown === 'nowhere') return <span className="w-soft">{t('photos.not-here', { alt })}</span>
  if (shown === 'phone') return own ? <img src={own} alt={alt} /> : null
  return (
    <a href={photoUrl(fileId, 'large')}>
      <img src={photoUrl(fileId, 'small')} alt={alt} onError={() => void showKept()} />
    </a>
  )
}
