import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { Spinner } from '../../ui/ui/Notice.tsx'
import { GivenClient } from '../../ui/ui/client.tsx'
import { useTell } from '../../ui/ui/live.ts'
import type { Outbox } from '../common/outbox.ts'
import type { OnPhone } from './offline-module.ts'
import type { Phone, PhoneState } from './phone.ts'

const PhoneContext = createContext<Phone | null>(null)

/** Gives the pages below this phone: its client, which answers without a network, and what waits on it. */
export function PhoneProvider({ phone, children }: { readonly phone: Phone; readonly children: ReactNode }) {
  useEffect(() => {
    // The browser's word about the network is never trusted, only taken as a reason to try (and so is being looked at).
    const look = () => {
      if (document.visibilityState === 'visible') phone.look()
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('online', look)
    const timer = setInterval(look, 5 * 60_000)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('online', look)
      clearInterval(timer)
    }
  }, [phone])
  return (
    <PhoneContext.Provider value={phone}>
      <GivenClient client={phone.client}>{children}</GivenClient>
    </PhoneContext.Provider>
  )
}

export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('usePhone needs a PhoneProvider above it')
  return phone
}

interface OpenedProps {
  readonly me: OnPhone
  /** As the server said it, to be known without a network the next time. */
  readonly answer: object
  readonly children: ReactNode
}

/** Shows its pages once what the person keeps here can be read. */
export function OpenedPhone({ me, answer, children }: OpenedProps) {
  const phone = usePhone()
  const tell = useTell()
  const [isOpenFor, setOpen] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void phone.signedIn(me, answer).then(() => {
      if (!isGone) setOpen(me.personId)
    })
    return () => {
      isGone = true
    }
  }, [phone, me, answer])
  useEffect(() => phone.onChanged(() => tell('reset')), [phone, tell])
  return isOpenFor === me.personId ? children : <Spinner />
}

export function useOutbox(): Outbox {
  const phone = usePhone()
  return useSyncExternalStore(phone.subscribe, phone.outbox)
}

export function usePhoneState(): PhoneState {
  const phone = usePhone()
  return useSyncExternalStore(phone.subscribe, phone.stateNow)
}
