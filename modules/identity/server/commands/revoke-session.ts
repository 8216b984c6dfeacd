import { holds } from '#platform/authz/common/grants.ts'
import { command, type Work } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { DeviceWriter } from '../stores/device-store.ts'
import { SessionWriter } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function revokeSession({ settings }: IdentityWorld) {
  return command(contract.revokeSession, {
    subject: ({ sessionId }) => ({ kind: 'session', id: sessionId }),

    async run({ tx, actor, now, origin }: Work<IdentityTables>, { sessionId }) {
      const whose = holds(actor, 'identity.manage-access') ? undefined : actor.personId
      const ended = await new SessionWriter(tx, settings).end(sessionId, 'revoked', now, whose)
      if (!ended) return refuse['session-not-found']()
      // Ended from elsewhere, the phone may be in other hands: it forgets what it keeps.
      if (sessionId !== origin.sessionId) await new DeviceWriter(tx).askToWipe({ sessionId }, actor.personId, now)
      return { sessionId, ...(sessionId === origin.sessionId ? { session: null } : {}) }
    },
  })
}
