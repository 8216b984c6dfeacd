import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'
import { isAdministratorRole } from './permissions.ts'
import type { IdentitySettings } from './settings.ts'

/**
 * Administrators need a second factor (GB/T 22239 level 3 asks for two, one of them cryptographic). Until it is set up
 * their session has no permissions. The demo town, whose logins are public, is let off.
 */
export function mustSetUpTotp(of: { demo: boolean; totpOn: boolean; roles: readonly string[] }): boolean {
  return !of.demo && !of.totpOn && of.roles.some(isAdministratorRole)
}

export function isPasswordOld(setAt: Instant, now: Instant, { passwordDays }: IdentitySettings): boolean {
  return passwordDays !== null && millisecondsOf(now) - millisecondsOf(setAt) > passwordDays * 86_400_000
}
