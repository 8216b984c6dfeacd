import { useSyncExternalStore } from 'react'
import { takeOver } from '../common/take-over.ts'

let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

function found(worker: ServiceWorker | null): void {
  waiting = worker
  for (const listener of listeners) listener()
}

/**
 * Registers the worker that keeps the app on the phone. A new version is fetched beside the old one and waits: it takes
 * over when the app is next opened, or at once when the person says so; the outbox lies in the database and stays.
 */
export async function keepAppOnPhone(worker: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register(worker).catch(() => null)
  if (!registration) return
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting)
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => {})
  })
}

const update = () => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage(takeOver)
}

/** Starts the new version; null while there is none. */
export function useAppUpdate(): (() => void) | null {
  const worker = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
  return worker ? update : null
}
