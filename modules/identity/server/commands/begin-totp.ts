import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { newSecret, secretUri } from '../one-time-code.ts'
import { proveOwnPassword, takeOwnAccount } from '../own-password.ts'
import type { PasswordProof } from '../password-proof.ts'
import { AccountWriter } from '../stores/account-store.ts'
import type { IdentityTables } from '../tables.ts'
import { sealTotpSecret } from '../totp-secret.ts'
import type { IdentityWorld } from '../world.ts'

export function beginTotp({ settings, box }: IdentityWorld) {
  return command(contract.beginTotp, {
    keepsRefusals: true,
    subject: () => ({ kind: 'person', id: 'self' }),
    prepare: (reading: Reading<IdentityTables>, { password }) => proveOwnPassword(reading, password),

    async run(work: Work<IdentityTables>, _input, proof: PasswordProof) {
      const { tx, actor } = work
      work.about({ kind: 'person', id: actor.personId })
      const own = await takeOwnAccount(work, proof, settings)
      if ('no' in own) return own.no
      if (own.account.totpOn) return refuse['totp-already-on']()

      const secret = newSecret()
      await new AccountWriter(tx).keepTotpSecret(actor.personId, sealTotpSecret(box, actor.personId, secret))
      return { secret, uri: secretUri(secret, own.account.login) }
    },
  })
}
