import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/**
 * The page's place after `#`: works from any host and with no network, the back button works by itself, and codes in
 * an address (`#/follow/…`) never reach a server's log.
 */
export interface Place {
  readonly path: readonly string[]
  readonly go: (path: string) => void
  readonly replace: (path: string) => void
  readonly back: (otherwise: string) => void
}

const PlaceContext = createContext<Place | null>(null)

export function pathIn(hash: string): readonly string[] {
  return hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(part => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}

export function Router({ children }: { readonly children: ReactNode }) {
  const [hash, setHash] = useState(() => location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  const place = useMemo<Place>(
    () => ({
      path: pathIn(hash),
      go: path => {
        history.pushState({ depth: depth() + 1 }, '', `#${path}`)
        setHash(location.hash)
        scrollTo(0, 0)
      },
      replace: path => {
        history.replaceState({ depth: depth() }, '', `#${path}`)
        setHash(location.hash)
      },
      // Somebody who opened a link has nothing of ours behind them: then back means the page above.
      back: otherwise => {
        if (depth() > 0) history.back()
        else {
          history.replaceState({ depth: 0 }, '', `#${otherwise}`)
          setHash(location.hash)
        }
      },
    }),
    [hash],
  )
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
}

function depth(): number {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) || 0 : 0
}

export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('usePlace needs a Router above it')
  return place
}

export interface LinkProps {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly isCurrent?: boolean | undefined
}

/** A real link: opens in a new tab when asked to, and moves without loading when not. */
export function Link({ to, children, className, isCurrent }: LinkProps) {
  const { go } = usePlace()
  return (
    <a
      href={`#${to}`}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={event => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
