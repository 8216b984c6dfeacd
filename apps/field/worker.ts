import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { takeOver } from '#platform/offline/common/take-over.ts'

declare const precached: readonly { readonly url: string; readonly revision: string | null }[]

interface WorkerScope {
  skipWaiting(): Promise<void>
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
interface FetchEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

// This file runs as a service worker; the browser projects know only pages.
const scope = globalThis as unknown as WorkerScope

/**
 * Keeps the app itself on the phone and nothing else: pages, script, map code. Answers of the server lie sealed in the
 * database (`platform/offline`), so nothing of anybody is ever in this cache.
 */
precacheAndRoute([...precached])
cleanupOutdatedCaches()

const firstPage = createHandlerBoundToURL('index.html')
scope.addEventListener('fetch', event => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(
    firstPage({ event: event as never, request: event.request, url: new URL(event.request.url) } as never),
  )
})

// A new version waits until the app is opened anew, or the person says so: never in the middle of something.
scope.addEventListener('message', ({ data }) => {
  if (data === takeOver) void scope.skipWaiting()
})
