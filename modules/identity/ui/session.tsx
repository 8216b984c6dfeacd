import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Client } from '#platform/contract/common/client.ts'
import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { signedOutNews, useClient } from '#platform/ui/ui/index.ts'
import type { me as meEndpoint } from '../common/contract/own-account.ts'
import type { signOut as signOutEndpoint } from '../common/contract/sign-in.ts'

export type Me = OutputOf<typeof meEndpoint>

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly me: Me }
  | { readonly state: 'unreachable'; readonly trouble: unknown }

interface SessionDoor {
  readonly session: Session
  readonly reload: () => Promise<void>
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<SessionDoor | null>(null)

type Found = Exclude<Session, { state: 'asking' }>

async function whoIsThere(client: Client): Promise<Found> {
  try {
    const me = await client.query<typeof meEndpoint>('identity.me', {})
    return isRefusal(me) ? { state: 'out' } : { state: 'in', me }
  } catch (trouble) {
    return { state: 'unreachable', trouble }
  }
}

interface SessionProviderProps {
  /** Most visitors have no account: then nobody is asked for until a page needs to know (`reload`). */
  readonly isAskedLater?: boolean
  readonly children: ReactNode
}

/** Who is at this browser. Asked at the start, after signing in, and whenever the server says the session is over. */
export function SessionProvider({ isAskedLater = false, children }: SessionProviderProps) {
  const client = useClient()
  const [session, setSession] = useState<Session>({ state: isAskedLater ? 'out' : 'asking' })
  const left = useRef(0)
  const reload = useCallback(async () => {
    const leftBefore = left.current
    let found = await whoIsThere(client)
    // It ended while the question was under way, and the answer may be of before.
    if (found.state === 'in' && left.current !== leftBefore) found = await whoIsThere(client)
    // Who was signed in stays so while the line is broken.
    setSession(before => (found.state === 'unreachable' && before.state === 'in' ? before : found))
  }, [client])
  useEffect(() => {
    if (!isAskedLater) void reload()
  }, [reload, isAskedLater])
  useEffect(() => {
    const leave = () => {
      left.current += 1
      setSession(before => (before.state === 'in' ? { state: 'out' } : before))
    }
    document.addEventListener(signedOutNews, leave)
    return () => document.removeEventListener(signedOutNews, leave)
  }, [])
  const signOut = useCallback(async () => {
    await client.command<typeof signOutEndpoint>('identity.sign-out', {})
    setSession({ state: 'out' })
  }, [client])
  const door = useMemo(() => ({ session, reload, signOut }), [session, reload, signOut])
  return <SessionContext.Provider value={door}>{children}</SessionContext.Provider>
}

export function useSession(): SessionDoor {
  const door = useContext(SessionContext)
  if (!door) throw new Error('useSession needs a SessionProvider above it')
  return door
}

/** For pages that are shown only to somebody signed in. */
export function useMe(): Me {
  const { session } = useSession()
  if (session.state !== 'in') throw new Error('useMe is for pages behind the sign-in')
  return session.me
}
