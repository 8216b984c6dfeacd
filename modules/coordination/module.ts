import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { numbersOf } from '#platform/db/server/numbers-store.ts'
import { coordinationMessages } from './common/messages.ts'
import { coordinationPermissions } from './common/permissions.ts'
import { coordinationAuditWords } from './server/audit-words.ts'
import type { Surroundings } from './server/surroundings.ts'
import { whistleCommands } from './server/whistle-commands.ts'
import { whistleQueries } from './server/whistle-queries.ts'

/** Coordination: streets whistle, departments come, and how they did is counted. */
export function coordinationModule(around: Surroundings): Module {
  return defineModule({
    name: 'coordination',
    folder: new URL('./', import.meta.url),
    commands: whistleCommands(around),
    queries: whistleQueries(around),
    permissions: coordinationPermissions,
    messages: coordinationMessages,
    auditWords: coordinationAuditWords,
    known: {
      'whistle-call': numbersOf('coordination.call'),
      whistle: numbersOf('coordination.call', 'whistle_id'),
    },
    jobs: [],
    sees: {},
  })
}
