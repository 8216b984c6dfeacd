import type { Instant } from '../common/instant.ts'

/** Where the server's time comes from. Tests bring their own. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
