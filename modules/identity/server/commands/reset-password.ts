import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { hashPassword } from '../password-hash.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { PersonReader } from '../stores/person-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import { makeTemporaryPassword, type TemporaryPassword } from '../temporary-password.ts'
import type { IdentityWorld } from '../world.ts'

export function resetPassword({ settings }: IdentityWorld) {
  return command(contract.resetPassword, {
    subject: ({ personId }) => ({ kind: 'person', id: personId }),
    prepare: (_reading: Reading<IdentityTables>) => makeTemporaryPassword(hashPassword),

    async run({ tx, actor, now }: Work<IdentityTables>, { personId }, temporary: TemporaryPassword) {
      if (personId === actor.personId) return refuse['not-yourself']()
      if (!(await new PersonReader(tx, actor).find(personId))) return refuse['person-not-found']()
      const accounts = new AccountWriter(tx)
      if (!(await accounts.take(personId))) return refuse['no-account']()
      const remembered = settings.passwordsRemembered
      await accounts.setPassword(personId, { hash: temporary.hash, mustChange: true, at: now, remembered })
      await new SessionWriter(tx, settings).endAll(personId, 'password-changed', now)
      return { temporaryPassword: temporary.password }
    },
  })
}
