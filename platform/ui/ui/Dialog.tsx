import { type ReactNode, useEffect, useId, useRef } from 'react'
import { uiMessages } from '../messages.ts'
import { Button } from './Button.tsx'
import { useText } from './use-text.ts'

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog(props: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) {
  const id = useId()
  const t = useText(uiMessages)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    if (!dialog || dialog.open) return
    // Engines before 2022 have no <dialog>; there it is drawn open, in the page.
    if (typeof dialog.showModal === 'function') dialog.showModal()
    else dialog.setAttribute('open', '')
  }, [])
  return (
    <dialog ref={box} className="w-dialog" aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id} className="w-dialog-title">
        {props.title}
      </h2>
      {props.children}
      <Button look="quiet" isWide onPress={props.onClose}>
        {t('close')}
      </Button>
    </dialog>
  )
}
