import { command, type Reading, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { hashPassword } from '../password-hash.ts'
import { AccountWriter } from '../stores/account-store.ts'
import { PersonWriter } from '../stores/person-store.ts'
import type { IdentityTables } from '../tables.ts'
import { makeTemporaryPassword, type TemporaryPassword } from '../temporary-password.ts'

export const createPerson = command(contract.createPerson, {
  subject: ({ personId }) => ({ kind: 'person', id: personId }),
  prepare: (_reading: Reading<IdentityTables>) => makeTemporaryPassword(hashPassword),

  async run({ tx, actor, now }: Work<IdentityTables>, { personId, name, login }, temporary: TemporaryPassword) {
    if (!(await new PersonWriter(tx, actor).add({ id: personId, name, at: now }))) return refuse['id-taken']()
    const account = { personId, login, passwordHash: temporary.hash, mustChange: true, at: now }
    if (!(await new AccountWriter(tx).add(account))) return refuse['login-taken']()
    return { personId, login, temporaryPassword: temporary.password }
  },
})
