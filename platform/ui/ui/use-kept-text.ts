import { useCallback, useState } from 'react'
import { recall, remember } from './remember.ts'

/** Text that survives a reload or a call that comes in, until it was sent. */
export function useKeptText(key: string): [text: string, setText: (text: string) => void, forget: () => void] {
  const name = `wangge.text.${key}`
  const [text, setText] = useState(() => recall(name) ?? '')
  const write = useCallback(
    (next: string) => {
      setText(next)
      remember(name, next || null)
    },
    [name],
  )
  const forget = useCallback(() => write(''), [write])
  return [text, write, forget]
}
