import { type Instant, instantOf, millisecondsOf } from './instant.ts'

/** When something told by a phone was: by the phone's clock, unless that lies ahead of the server's. */
export function toldAt(deviceAt: string, now: Instant): Instant {
  const at = instantOf(Date.parse(deviceAt))
  return millisecondsOf(at) > millisecondsOf(now) ? now : at
}
