import { instantOf, millisecondsOf, type Instant } from '#platform/kernel/common/instant.ts'
import type { IdentitySettings } from './settings.ts'

export type LockKind = 'login' | 'address'

/** How long the latest failure locks: nothing below the limit, then a delay that doubles up to a longest one. */
export function lockMinutes(kind: LockKind, failures: number, settings: IdentitySettings): number {
  const limit = limitOf(kind, settings)
  if (failures < limit) return 0
  return Math.min(settings.firstLockMinutes * 2 ** Math.min(failures - limit, 30), settings.longestLockMinutes)
}

export function lockedUntil(kind: LockKind, failures: number, now: Instant, settings: IdentitySettings) {
  const minutes = lockMinutes(kind, failures, settings)
  return minutes === 0 ? null : minutesAfter(now, minutes)
}

/** How many wrong attempts are left before the lock. */
export function attemptsLeft(kind: LockKind, failures: number, settings: IdentitySettings): number {
  return Math.max(0, limitOf(kind, settings) - failures)
}

export function minutesAfter(now: Instant, minutes: number): Instant {
  return instantOf(millisecondsOf(now) + minutes * 60_000)
}

/** Whole minutes from now to then, at least one. */
export function minutesUntil(now: Instant, then: Instant): number {
  return Math.max(1, Math.ceil((millisecondsOf(then) - millisecondsOf(now)) / 60_000))
}

function limitOf(kind: LockKind, settings: IdentitySettings): number {
  return kind === 'login' ? settings.failuresBeforeLock : settings.failuresBeforeAddressLock
}
