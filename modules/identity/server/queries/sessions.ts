import { query, type Reading } from '#platform/commands/server/command.ts'
import * as contract from '../../common/contract.ts'
import { SessionReader } from '../stores/session-store.ts'
import type { IdentityTables } from '../tables.ts'
import type { IdentityWorld } from '../world.ts'

export function mySessions({ settings }: IdentityWorld) {
  return query(contract.mySessions, {
    async run({ read, actor, now, origin }: Reading<IdentityTables>, filter) {
      const page = await new SessionReader(read, settings).listOpen(now, { ...filter, personId: actor.personId })
      return { ...page, rows: page.rows.map(row => ({ ...row, current: row.id === origin.sessionId })) }
    },
  })
}

export function listSessions({ settings }: IdentityWorld) {
  return query(contract.listSessions, {
    async run({ read, now, origin }: Reading<IdentityTables>, filter) {
      const page = await new SessionReader(read, settings).listOpen(now, filter)
      return { ...page, rows: page.rows.map(row => ({ ...row, current: row.id === origin.sessionId })) }
    },
  })
}
