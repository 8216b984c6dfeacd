import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const SayContext = createContext<(sentence: string) => void>(() => {})
const shownMilliseconds = 7_000

/** One line at the foot of the window for what has just been done; spoken by screen readers, asks for nothing. */
export function SayProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly sentence: string; readonly turn: number } | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [said])
  const say = useCallback((sentence: string) => setSaid(before => ({ sentence, turn: (before?.turn ?? 0) + 1 })), [])
  return (
    <SayContext.Provider value={say}>
      {children}
      <output className="o-say" aria-live="polite">
        {said ? <span key={said.turn}>{said.sentence}</span> : null}
      </output>
    </SayContext.Provider>
  )
}

export function useSay(): (sentence: string) => void {
  return useContext(SayContext)
}
