import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function signOut({ settings }: IdentityWorld) {
  return command(contract.signOut, {
    subject: () => ({ kind: 'session', id: 'none' }),

    async run({ tx, now, origin, about }: Work<IdentityTables>) {
      if (origin.sessionId !== null) {
        about({ kind: 'session', id: origin.sessionId })
        await new SessionWriter(tx, settings).end(origin.sessionId, 'signed-out', now)
      }
      return { session: null }
    },
  })
}
