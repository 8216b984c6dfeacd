import type { Actor } from '#platform/authz/common/grants.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { MachineDoor } from '#platform/http/server/edge.ts'
import { refuse } from '../common/refusals.ts'
import { clientWithKey } from './client-store.ts'
import type { ExchangeTables } from './tables.ts'

/**
 * Finds out which machine sends a request. Nothing is remembered between requests, so that a revoked key counts at once.
 * A client acts as itself: it reports, and sees of cases only those that it began.
 */
export function createMachineDoor(db: Db): MachineDoor {
  return {
    async who(key): Promise<Actor | ReturnType<(typeof refuse)['key-not-valid']>> {
      const client = await clientWithKey(db.read<ExchangeTables>(), key)
      if (!client) return refuse['key-not-valid']()
      return {
        personId: client.id,
        postId: null,
        unitId: null,
        grants: [
          { permission: 'exchange.client', within: { kind: 'own' } },
          { permission: 'cases.read', within: { kind: 'own' } },
        ],
      }
    },
  }
}
