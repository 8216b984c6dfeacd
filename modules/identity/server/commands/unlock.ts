import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { LockWriter } from '../stores/lock-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function unlock({ settings }: IdentityWorld) {
  return command(contract.unlock, {
    subject: ({ lockId }) => ({ kind: 'lock', id: lockId }),

    async run({ tx }: Work<IdentityTables>, { lockId }) {
      return (await new LockWriter(tx, settings).unlock(lockId)) ? { lockId } : refuse['lock-not-found']()
    },
  })
}
