import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { stepOfCode } from '../one-time-code.ts'
import { AccountWriter } from '../stores/account-store.ts'
import type { IdentityTables } from '../tables.ts'
import { totpSecretOf } from '../totp-secret.ts'
import type { IdentityWorld } from '../world.ts'

export function confirmTotp({ box }: IdentityWorld) {
  return command(contract.confirmTotp, {
    subject: () => ({ kind: 'person', id: 'self' }),

    async run({ tx, actor, now, about }: Work<IdentityTables>, { code }) {
      about({ kind: 'person', id: actor.personId })
      const accounts = new AccountWriter(tx)
      const account = await accounts.take(actor.personId)
      if (!account?.totpSecret) return refuse['totp-not-begun']()
      if (account.totpOn) return refuse['totp-already-on']()
      const step = stepOfCode(totpSecretOf(box, account), code, now, null)
      if (step === null) return refuse['wrong-code']()
      await accounts.turnTotpOn(actor.personId, now, step)
      return { totpOn: true as const }
    },
  })
}
