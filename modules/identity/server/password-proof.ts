import type { Kysely } from 'kysely'
import type { Origin } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { loginForm } from '../common/contract/fields.ts'
import { attemptsLeft, minutesUntil } from '../common/lock-out.ts'
import { refuse } from '../common/refusals.ts'
import type { IdentitySettings } from '../common/settings.ts'
import { checkNobodysPassword, isPassword } from './password-hash.ts'
import { type Account, AccountReader } from './stores/account-store.ts'
import { type LockKey, LockReader, type LockWriter } from './stores/lock-store.ts'
import type { IdentityTables } from './tables.ts'
import { addressKey, loginKey } from './token.ts'

/** What checking a password found before the unit of work opened. `account` is there even when the password is wrong. */
export interface PasswordProof {
  readonly account: Account | undefined
  readonly right: boolean
  readonly keys: readonly LockKey[]
}

/** Failures are counted under the login, whether it exists or not, and under the address they came from. */
function keysOf(login: string, { address }: Origin): LockKey[] {
  const keys: LockKey[] = [{ kind: 'login', key: loginKey(login) }]
  if (address !== null) keys.push({ kind: 'address', key: addressKey(address) })
  return keys
}

/**
 * Checks a password as slowly as it deserves, outside any transaction. A login that nobody has takes as long. While a
 * lock holds nothing is checked.
 */
export async function provePassword(
  from: { read: Kysely<IdentityTables>; origin: Origin; now: Instant },
  login: string,
  password: string,
): Promise<PasswordProof> {
  const keys = keysOf(login, from.origin)
  if (await new LockReader(from.read).lockedUntil(keys, from.now)) return { account: undefined, right: false, keys }
  const account = loginForm.test(login) ? await new AccountReader(from.read).findByLogin(login) : undefined
  const right = await (account ? isPassword(account.passwordHash, password) : checkNobodysPassword(password))
  return { account, right, keys }
}

/** The refusal while a lock holds; makes attempts of the same moment wait for each other. */
export async function objectionToAttempt(locks: LockWriter, keys: readonly LockKey[], now: Instant) {
  const until = await locks.takeLockedUntil(keys, now)
  return until === null ? null : refuse.locked({ minutes: minutesUntil(now, until) })
}

/** Counts a wrong attempt under all its keys; says how many are left, or that this one brought the lock. */
export async function countWrongAttempt(
  locks: LockWriter,
  keys: readonly LockKey[],
  now: Instant,
  settings: IdentitySettings,
) {
  let until: Instant | null = null
  let left = settings.failuresBeforeLock
  for (const key of keys) {
    const counted = await locks.countFailure(key, now)
    left = Math.min(left, attemptsLeft(key.kind, counted.failures, settings))
    if (counted.lockedUntil !== null && (until === null || counted.lockedUntil > until)) until = counted.lockedUntil
  }
  return { left, locked: until === null ? null : refuse.locked({ minutes: minutesUntil(now, until) }) }
}
