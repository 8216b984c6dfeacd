import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { InstallationReader } from '../stores/installation-store.ts'
import type { IdentityTables } from '../tables.ts'

type Reads = Reading<IdentityTables>

export const setupState = query(contract.setupState, {
  async run({ read }: Reads) {
    const installation = new InstallationReader(read)
    const [demo, hasAccounts] = await Promise.all([installation.isDemo(), installation.hasAccounts()])
    return { demo, needed: !demo && !hasAccounts }
  },
})

export const demoLogins = query(contract.demoLogins, {
  run: async ({ read }: Reads) => ({ rows: await new InstallationReader(read).demoLogins() }),
})
