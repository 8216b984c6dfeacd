import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

/**
 * The security administrator turns codes off, the system administrator resets passwords: neither can take over an
 * account alone.
 */
export function resetTotp({ settings }: IdentityWorld) {
  return command(contract.resetTotp, {
    subject: ({ personId }) => ({ kind: 'person', id: personId }),

    async run({ tx, actor, now }: Work<IdentityTables>, { personId }) {
      if (personId === actor.personId) return refuse['not-yourself']()
      const accounts = new AccountWriter(tx)
      const account = await accounts.take(personId)
      if (!account) return refuse['person-not-found']()
      if (!account.totpOn) return refuse['totp-not-on']()
      await accounts.turnTotpOff(personId)
      await new SessionWriter(tx, settings).endAll(personId, 'codes-reset', now)
      return { personId }
    },
  })
}
