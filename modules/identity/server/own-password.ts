import type { Reading, Work } from '#platform/commands/server/command.ts'
import { refuse } from '../common/refusals.ts'
import type { IdentitySettings } from '../common/settings.ts'
import { countWrongAttempt, objectionToAttempt, type PasswordProof, provePassword } from './password-proof.ts'
import { type Account, AccountReader, AccountWriter } from './stores/account-store.ts'
import { LockWriter } from './stores/lock-store.ts'
import type { IdentityTables } from './tables.ts'

/** Checks the password of whoever is signed in, before something only they may do. */
export async function proveOwnPassword(reading: Reading<IdentityTables>, password: string): Promise<PasswordProof> {
  const account = await new AccountReader(reading.read).find(reading.actor.personId)
  if (!account) return { account: undefined, right: false, keys: [] }
  return provePassword(reading, account.login, password)
}

/**
 * The account of whoever is signed in when the proof holds, or the refusal. Wrong ones count towards the lock: a
 * session left open on a desk must not become a way to guess its owner's password.
 */
export async function takeOwnAccount(
  { tx, now, actor }: Work<IdentityTables>,
  proof: PasswordProof,
  settings: IdentitySettings,
): Promise<{ account: Account } | { no: OwnPasswordRefusal }> {
  const locks = new LockWriter(tx, settings)
  const objection = await objectionToAttempt(locks, proof.keys, now)
  if (objection) return { no: objection }
  const account = await new AccountWriter(tx).take(actor.personId)
  if (!account) return { no: refuse['no-account']() }
  if (proof.right && proof.account?.passwordHash === account.passwordHash) return { account }
  const { left, locked } = await countWrongAttempt(locks, proof.keys, now, settings)
  return { no: locked ?? refuse['wrong-password']({ left }) }
}

type OwnPasswordRefusal = ReturnType<
  (typeof refuse)['locked'] | (typeof refuse)['no-account'] | (typeof refuse)['wrong-password']
>
