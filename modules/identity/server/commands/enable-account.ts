import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { PersonReader } from '../stores/person-store.ts'
import type { IdentityTables } from '../tables.ts'

export const enableAccount = command(contract.enableAccount, {
  subject: ({ personId }) => ({ kind: 'person', id: personId }),

  async run({ tx, actor }: Work<IdentityTables>, { personId }) {
    if (!(await new PersonReader(tx, actor).find(personId))) return refuse['person-not-found']()
    const accounts = new AccountWriter(tx)
    if (!(await accounts.take(personId))) return refuse['no-account']()
    await accounts.enable(personId)
    return { personId }
  },
})
