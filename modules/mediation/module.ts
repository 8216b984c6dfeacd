import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { mediationMessages } from './common/messages.ts'
import { mediationPermissions } from './common/permissions.ts'
import { mediationAuditWords } from './server/audit-words.ts'
import { MatterReader } from './server/matter-store.ts'
import { mediationCommands } from './server/mediation-commands.ts'
import { mediationQueries } from './server/mediation-queries.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { MediationTables } from './server/tables.ts'

/** Disputes settled in the field: who, about what, what was agreed, and whether it was kept. */
export function mediationModule(around: Surroundings & { readonly db: Db }): Module {
  return defineModule({
    name: 'mediation',
    folder: new URL('./', import.meta.url),
    commands: mediationCommands(around),
    queries: mediationQueries(around),
    permissions: mediationPermissions,
    messages: mediationMessages,
    auditWords: mediationAuditWords,
    jobs: [],
    sees: {
      mediation: async (actor, { id }) =>
        (await new MatterReader(around.db.read<MediationTables>(), actor).find(id)) !== undefined,
    },
  })
}
