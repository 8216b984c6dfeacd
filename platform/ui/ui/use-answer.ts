import { useCallback, useEffect, useRef, useState } from 'react'
import { isRefusal, type Refusal } from '../../kernel/common/refusal.ts'

export type Asked<T> =
  | { readonly state: 'loading'; readonly answer?: undefined }
  | { readonly state: 'ready'; readonly answer: T }
  | { readonly state: 'failed'; readonly trouble: unknown; readonly answer?: T }

/**
 * Asks when the page opens, when `key` changes, and when told to `reload`. An answer that is there stays on the screen
 * while a newer one is fetched, and stays when the line breaks.
 */
export function useAnswer<T>(key: string, ask: () => Promise<T | Refusal>): Asked<T> & { reload: () => Promise<void> } {
  const [asked, setAsked] = useState<Asked<T> & { key: string }>({ state: 'loading', key })
  const askNow = useRef(ask)
  const newest = useRef(0)
  useEffect(() => {
    askNow.current = ask
  })
  const reload = useCallback(async () => {
    const turn = ++newest.current
    try {
      const answer = await askNow.current()
      if (turn !== newest.current) return
      if (isRefusal(answer)) setAsked({ state: 'failed', trouble: answer, key })
      else setAsked({ state: 'ready', answer, key })
    } catch (trouble) {
      if (turn !== newest.current) return
      setAsked(before => {
        const kept = before.key === key ? before.answer : undefined
        return { state: 'failed', trouble, key, ...(kept === undefined ? {} : { answer: kept }) }
      })
    }
  }, [key])
  useEffect(() => {
    const turns = newest
    void reload()
    return () => {
      turns.current++
    }
  }, [reload])
  return asked.key === key ? { ...asked, reload } : { state: 'loading', reload }
}

/** Sends something once at a time and keeps what went wrong, for a notice beside the button. */
export function useSending() {
  const [isSending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const send = useCallback(async <T>(work: () => Promise<T | Refusal>): Promise<T | null> => {
    setSending(true)
    setTrouble(null)
    try {
      const answer = await work()
      if (!isRefusal(answer)) return answer as T
      setTrouble(answer)
    } catch (error) {
      setTrouble(error)
    } finally {
      setSending(false)
    }
    return null
  }, [])
  return { isSending, trouble, send, forget: useCallback(() => setTrouble(null), []) }
}
