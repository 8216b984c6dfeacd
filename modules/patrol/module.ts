import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { patrolMessages } from './common/messages.ts'
import { patrolPermissions } from './common/permissions.ts'
import { patrolAuditWords } from './server/audit-words.ts'
import { planCommands } from './server/plan-commands.ts'
import { patrolQueries } from './server/queries.ts'
import { roundCommands } from './server/round-commands.ts'
import { RoundReader } from './server/round-store.ts'
import { roundsJob } from './server/rounds-job.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { PatrolTables } from './server/tables.ts'

/** Patrols: who looks at what, how often; what was seen, and what was left out and why. */
export function patrolModule(around: Surroundings & { readonly db: Db }): Module {
  return defineModule({
    name: 'patrol',
    folder: new URL('./', import.meta.url),
    commands: [...planCommands(around), ...roundCommands(around)],
    queries: patrolQueries(around),
    permissions: patrolPermissions,
    messages: patrolMessages,
    auditWords: patrolAuditWords,
    jobs: [roundsJob(around)],
    sees: {
      'patrol-round': async (actor, { id }) =>
        (await new RoundReader(around.db.read<PatrolTables>(), actor).find(id)) !== undefined,
    },
  })
}
