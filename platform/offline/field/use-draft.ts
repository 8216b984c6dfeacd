import { useCallback, useState } from 'react'
import { usePhone } from './offline.tsx'

/** Text of a form, sealed on the phone at every touch, there again after a call or a reload, until it was sent. */
export function useDraftText(form: string): [text: string, setText: (text: string) => void, forget: () => void] {
  const phone = usePhone()
  const [text, setText] = useState(() => {
    const begun = phone.drafts.get(form)?.value
    return typeof begun === 'string' ? begun : ''
  })
  const write = useCallback(
    (next: string) => {
      setText(next)
      void (next ? phone.drafts.put(form, next) : phone.drafts.forget(form))
    },
    [phone, form],
  )
  const forget = useCallback(() => {
    setText('')
    void phone.drafts.forget(form)
  }, [phone, form])
  return [text, write, forget]
}
