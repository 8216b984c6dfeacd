import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { objectionToLosing } from '../last-administrator.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { DeviceWriter } from '../stores/device-store.ts'
import { PersonWriter } from '../stores/person-store.ts'
import { PostWriter } from '../stores/post-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function disableAccount({ settings }: IdentityWorld) {
  return command(contract.disableAccount, {
    subject: ({ personId }) => ({ kind: 'person', id: personId }),

    async run({ tx, actor, now }: Work<IdentityTables>, { personId }) {
      if (personId === actor.personId) return refuse['not-yourself']()
      if (!(await new PersonWriter(tx, actor).take(personId))) return refuse['person-not-found']()
      const roles = await new PostWriter(tx, actor).rolesHeldBy(personId)
      const objection = await objectionToLosing(tx, actor, personId, roles)
      if (objection) return objection

      const accounts = new AccountWriter(tx)
      if (!(await accounts.take(personId))) return refuse['no-account']()
      await accounts.disable(personId, now)
      await new SessionWriter(tx, settings).endAll(personId, 'disabled', now)
      await new DeviceWriter(tx).askToWipe({ personId }, actor.personId, now)
      return { personId }
    },
  })
}
