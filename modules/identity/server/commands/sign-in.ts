import type { Transaction } from 'kysely'
import { nobody } from '#platform/authz/common/grants.ts'
import { command, type Origin, type Reading, type Work } from '#platform/commands/server/command.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { newId } from '#platform/kernel/server/new-id.ts'
import * as contract from '../../common/contract.ts'
import { isPasswordOld, mustSetUpTotp } from '../../common/obligations.ts'
import { refuse } from '../../common/refusals.ts'
import { stepOfCode } from '../one-time-code.ts'
import { countWrongAttempt, objectionToAttempt, type PasswordProof, provePassword } from '../password-proof.ts'
import { type Account, AccountWriter } from '../stores/account-store.ts'
import { InstallationReader } from '../stores/installation-store.ts'
import { LockWriter } from '../stores/lock-store.ts'
import { PostReader } from '../stores/post-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import { loginAsWritten, loginKey, newToken } from '../token.ts'
import { totpSecretOf } from '../totp-secret.ts'
import type { IdentityWorld } from '../world.ts'

type Reads = Reading<IdentityTables>
type Works = Work<IdentityTables>

/**
 * Wrong login, wrong password and disabled account get one answer after the same time: who does not know the password
 * learns nothing about who has an account. Failures are kept although the answer is a refusal.
 */
export function signIn(world: IdentityWorld) {
  const { settings } = world
  return command(contract.signIn, {
    keepsRefusals: true,
    subject: ({ login }) => ({ kind: 'login', id: loginKey(login) }),
    prepare: (reading: Reads, { login, password }) => provePassword(reading, loginAsWritten(login), password),

    async run(work: Works, { totp }, proof: PasswordProof) {
      const { tx, now, origin } = work
      if (proof.account) work.about({ kind: 'person', id: proof.account.personId })
      const locks = new LockWriter(tx, settings)
      const objection = await objectionToAttempt(locks, proof.keys, now)
      if (objection) return objection

      const account = await stillRight(tx, proof)
      if (!account) {
        const { left, locked } = await countWrongAttempt(locks, proof.keys, now, settings)
        return locked ?? refuse['wrong-login']({ left })
      }
      const step = codeStep(world, account, totp, now)
      if (isRefusal<'identity/totp-needed' | 'identity/wrong-code'>(step)) {
        if (totp === undefined) return step
        return (await countWrongAttempt(locks, proof.keys, now, settings)).locked ?? step
      }
      await locks.forget(proof.keys[0]!)
      await new AccountWriter(tx).noteSignIn(account.personId, now, step)
      const session = await beginSession(world, { tx, now, origin }, account)
      return { session, ...(await obligations(world, tx, account, now)) }
    },
  })
}

/** The account, when the proof still holds now that it cannot change any more. */
async function stillRight(tx: Transaction<IdentityTables>, { account, right }: PasswordProof) {
  if (!account || !right) return undefined
  const taken = await new AccountWriter(tx).take(account.personId)
  return taken && !taken.disabled && taken.passwordHash === account.passwordHash ? taken : undefined
}

/** The time step of the one-time code, null when none is asked for. */
function codeStep(world: IdentityWorld, account: Account, code: string | undefined, now: Instant) {
  if (!account.totpOn) return null
  if (code === undefined) return refuse['totp-needed']()
  return stepOfCode(totpSecretOf(world.box, account), code, now, account.totpLastStep) ?? refuse['wrong-code']()
}

/** Opens a session in the post used last, and ends the one that this browser came with. */
export async function beginSession(
  { settings }: IdentityWorld,
  { tx, now, origin }: { tx: Transaction<IdentityTables>; now: Instant; origin: Origin },
  { personId, lastPostId }: Pick<Account, 'personId' | 'lastPostId'>,
) {
  const sessions = new SessionWriter(tx, settings)
  if (origin.sessionId !== null) await sessions.end(origin.sessionId, 'signed-in-again', now)
  const posts = await new PostReader(tx, { ...nobody, personId }).mine(now)
  const post = posts.find(({ id }) => id === lastPostId) ?? posts[0]
  const token = newToken()
  const { address, device } = origin
  const opened = { id: newId(), token, personId, postId: post?.id ?? null, at: now, address, device }
  return { token, expiresAt: await sessions.begin(opened) }
}

/** What must be done before the session may do anything else. */
async function obligations(
  { settings }: IdentityWorld,
  tx: Transaction<IdentityTables>,
  account: Account,
  now: Instant,
) {
  const demo = await new InstallationReader(tx).isDemo()
  const posts = await new PostReader(tx, { ...nobody, personId: account.personId }).mine(now)
  return {
    mustChangePassword: account.mustChangePassword || isPasswordOld(account.passwordSetAt, now, settings),
    mustSetUpTotp: mustSetUpTotp({ demo, totpOn: account.totpOn, roles: posts.map(post => post.roleCode) }),
  }
}
