import { Secret, TOTP } from 'otpauth'
import { millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'

const issuer = 'Wangge'
const seconds = 30
/** RFC 6238, 5.2: one step either way for slow fingers and clocks that are off a little. */
const stepsOff = 1

/** RFC 4226, 4 R6 recommends 160 bits. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the picture code holds, so that an authenticator can read it. */
export function secretUri(secret: string, login: string): string {
  return totp(secret, login).toString()
}

/**
 * The time step that a code belongs to, or null when the code is wrong or not newer than `lastStep`: a code that was
 * looked at over a shoulder must not work a second time (RFC 6238, 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Instant, lastStep: number | null): number | null {
  const timestamp = millisecondsOf(now)
  const delta = totp(secret).validate({ token: code, timestamp, window: stepsOff })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / seconds) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

export function codeOf(secret: string, now: Instant): string {
  return totp(secret).generate({ timestamp: millisecondsOf(now) })
}

function totp(secret: string, label = 'wangge'): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: seconds, digits: 6, algorithm: 'SHA1' })
}
