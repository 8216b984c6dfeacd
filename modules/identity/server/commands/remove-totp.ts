import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { stepOfCode } from '../one-time-code.ts'
import { proveOwnPassword, takeOwnAccount } from '../own-password.ts'
import { countWrongAttempt, type PasswordProof } from '../password-proof.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { LockWriter } from '../stores/lock-store.ts'
import type { IdentityTables } from '../tables.ts'
import { totpSecretOf } from '../totp-secret.ts'
import type { IdentityWorld } from '../world.ts'

export function removeTotp({ settings, box }: IdentityWorld) {
  return command(contract.removeTotp, {
    keepsRefusals: true,
    subject: () => ({ kind: 'person', id: 'self' }),
    prepare: (reading: Reading<IdentityTables>, { password }) => proveOwnPassword(reading, password),

    async run(work: Work<IdentityTables>, { code }, proof: PasswordProof) {
      const { tx, actor, now } = work
      work.about({ kind: 'person', id: actor.personId })
      const own = await takeOwnAccount(work, proof, settings)
      if ('no' in own) return own.no
      const { account } = own
      if (!account.totpOn) return refuse['totp-not-on']()

      if (stepOfCode(totpSecretOf(box, account), code, now, account.totpLastStep) === null) {
        const counted = await countWrongAttempt(new LockWriter(tx, settings), proof.keys, now, settings)
        return counted.locked ?? refuse['wrong-code']()
      }
      await new AccountWriter(tx).turnTotpOff(actor.personId)
      return { totpOn: false as const }
    },
  })
}
