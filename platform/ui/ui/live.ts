import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'

/** Something changed; the page asks for the content itself. `reset`: too much was missed, load everything again. */
export type Change = { readonly kind: string; readonly id: string } | 'reset'

export interface LiveHandlers {
  readonly onChange: (change: Change) => void
  readonly onSignedOut?: () => void
}

const firstPauseMilliseconds = 1_000
const longestPauseMilliseconds = 60_000

/** How long to wait before the next try: doubling, with some chance in it so that phones do not all knock at once. */
export function pauseBefore(attempt: number, chance: number): number {
  return Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** attempt) * (0.5 + chance / 2)
}

/**
 * Listens to `GET /api/live`. A broken line is mended by the browser, which sends Last-Event-ID; only when it gives up
 * (the server said no, or was away) we knock again with growing pauses and count what lies between as a reset.
 */
export function listen({ onChange, onSignedOut }: LiveHandlers): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let isClosed = false

  function close() {
    isClosed = true
    source?.close()
    clearTimeout(timer)
  }
  function open() {
    source = new EventSource('/api/live')
    source.onopen = () => {
      if (attempt > 0) onChange('reset')
      attempt = 0
    }
    source.onmessage = event => {
      const change = readChange(event.data)
      if (change) onChange(change)
    }
    source.addEventListener('reset', () => onChange('reset'))
    source.addEventListener('signed-out', () => {
      close()
      onSignedOut?.()
    })
    source.onerror = () => {
      if (isClosed || source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, pauseBefore(attempt++, Math.random()))
    }
  }
  open()
  return close
}

export function readChange(data: unknown): Change | null {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : null
    if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) return null
    return typeof value.kind === 'string' && typeof value.id === 'string' ? { kind: value.kind, id: value.id } : null
  } catch {
    return null
  }
}

type Listener = (change: Change) => void
const LiveContext = createContext<Set<Listener> | null>(null)

/** One line for the whole page, open while somebody is signed in; parts listen with `useLive`. */
export function LiveProvider(props: {
  readonly isSignedIn: boolean
  readonly onSignedOut?: () => void
  readonly children: ReactNode
}) {
  const { isSignedIn, onSignedOut } = props
  const listeners = useMemo(() => new Set<Listener>(), [])
  const signedOut = useRef(onSignedOut)
  useEffect(() => {
    signedOut.current = onSignedOut
  }, [onSignedOut])
  useEffect(() => {
    if (!isSignedIn || typeof EventSource === 'undefined') return
    return listen({
      onChange: change => {
        for (const listener of [...listeners]) listener(change)
      },
      onSignedOut: () => signedOut.current?.(),
    })
  }, [isSignedIn, listeners])
  return createElement(LiveContext.Provider, { value: listeners }, props.children)
}

/** Calls back on each change until the part leaves the screen. */
export function useLive(onChange: Listener): void {
  const listeners = useContext(LiveContext)
  const newest = useRef(onChange)
  useEffect(() => {
    newest.current = onChange
  })
  useEffect(() => {
    if (!listeners) return
    const listener: Listener = change => newest.current(change)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listeners])
}

/** Tells the page's parts that something changed here, as if the server had said so. */
export function useTell(): (change: Change) => void {
  const listeners = useContext(LiveContext)
  return useMemo(
    () => (change: Change) => {
      for (const listener of [...(listeners ?? [])]) listener(change)
    },
    [listeners],
  )
}
