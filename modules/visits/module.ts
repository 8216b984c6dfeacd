import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { visitsMessages } from './common/messages.ts'
import { visitsPermissions } from './common/permissions.ts'
import { visitsAuditWords } from './server/audit-words.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { VisitsTables } from './server/tables.ts'
import { visitCommands } from './server/visit-commands.ts'
import { visitQueries } from './server/visit-queries.ts'
import { VisitReader } from './server/visit-store.ts'

/** Visits to people: told once, for the record, the library, the care lists, and the cases that come of them. */
export function visitsModule(around: Surroundings & { readonly db: Db }): Module {
  return defineModule({
    name: 'visits',
    folder: new URL('./', import.meta.url),
    commands: visitCommands(around),
    queries: visitQueries(around),
    permissions: visitsPermissions,
    messages: visitsMessages,
    auditWords: visitsAuditWords,
    jobs: [],
    sees: {
      visit: async (actor, { id }) =>
        (await new VisitReader(around.db.read<VisitsTables>(), actor).find(id)) !== undefined,
    },
  })
}
