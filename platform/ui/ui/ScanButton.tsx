import { useEffect, useRef, useState } from 'react'
import { uiMessages } from '../messages.ts'
import { Button } from './Button.tsx'
import { canRead, readPicture, type Reads } from './reads-pictures.ts'
import { useText } from './use-text.ts'

interface ScanButtonProps {
  /** What is scanned, for those who hear the button. */
  readonly label: string
  readonly reads: Reads
  /** Everything that was read; false when what is needed is not among it. */
  readonly onRead: (texts: readonly string[]) => boolean
}

/** A number off a card, a licence or a plate by the camera, where the browser can; where it cannot, that is said. */
export function ScanButton({ label, reads, onRead }: ScanButtonProps) {
  const t = useText(uiMessages)
  const input = useRef<HTMLInputElement>(null)
  const [can, setCan] = useState<boolean | null>(null)
  const [state, setState] = useState<'ready' | 'reading' | 'nothing'>('ready')
  useEffect(() => {
    let isGone = false
    void canRead(reads).then(found => {
      if (!isGone) setCan(found)
    })
    return () => {
      isGone = true
    }
  }, [reads])
  async function read(picture: File | undefined) {
    if (!picture) return
    setState('reading')
    const texts = await readPicture(reads, picture).catch(() => [])
    setState(onRead(texts) ? 'ready' : 'nothing')
  }
  if (can === null) return null
  if (!can) return <p className="w-hint">{t(`scan.cannot-${reads}`)}</p>
  return (
    <div className="w-row">
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        className="w-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={event => {
          void read(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button label={label} isBusy={state === 'reading'} onPress={() => input.current?.click()}>
        {t(`scan.${reads}`)}
      </Button>
      <output className="w-hint">{state === 'nothing' ? t('scan.nothing') : ''}</output>
    </div>
  )
}
