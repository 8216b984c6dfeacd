import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { passwordObjections } from '../../common/password-rules.ts'
import { refuse } from '../../common/refusals.ts'
import { proveOwnPassword, takeOwnAccount } from '../own-password.ts'
import { hashPassword, isPassword } from '../password-hash.ts'
import type { PasswordProof } from '../password-proof.ts'
import { AccountReader, AccountWriter } from '../stores/account-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

interface Prepared {
  readonly proof: PasswordProof
  readonly usedBefore: boolean
  readonly hash: string | null
}

export function changePassword({ settings }: IdentityWorld) {
  return command(contract.changePassword, {
    keepsRefusals: true,
    subject: () => ({ kind: 'person', id: 'self' }),

    async prepare(reading: Reading<IdentityTables>, { current, next }): Promise<Prepared> {
      const proof = await proveOwnPassword(reading, current)
      if (!proof.right || !proof.account) return { proof, usedBefore: false, hash: null }
      const accounts = new AccountReader(reading.read)
      const recent = await accounts.recentHashes(proof.account.personId, settings.passwordsRemembered)
      for (const earlier of new Set([proof.account.passwordHash, ...recent])) {
        if (await isPassword(earlier, next)) return { proof, usedBefore: true, hash: null }
      }
      return { proof, usedBefore: false, hash: await hashPassword(next) }
    },

    async run(work: Work<IdentityTables>, { next }, { proof, usedBefore, hash }: Prepared) {
      const { tx, now, actor, origin } = work
      work.about({ kind: 'person', id: actor.personId })
      const own = await takeOwnAccount(work, proof, settings)
      if ('no' in own) return own.no

      const reasons = passwordObjections(next, own.account.login)
      if (reasons.length > 0) return refuse['weak-password']({ reasons })
      if (usedBefore || hash === null) return refuse['password-used-before']({ count: settings.passwordsRemembered })

      const remembered = settings.passwordsRemembered
      await new AccountWriter(tx).setPassword(actor.personId, { hash, mustChange: false, at: now, remembered })
      const sessions = new SessionWriter(tx, settings)
      return {
        otherSessionsEnded: await sessions.endAll(actor.personId, 'password-changed', now, origin.sessionId),
      }
    },
  })
}
