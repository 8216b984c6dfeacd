import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { postsMessages } from './common/messages.ts'
import { postsPermissions } from './common/permissions.ts'
import { postsAuditWords } from './server/audit-words.ts'
import { postsCommands } from './server/commands.ts'
import { postsQueries } from './server/queries.ts'
import type { Surroundings } from './server/surroundings.ts'
import { warnJob } from './server/warn-job.ts'

/** Posts and the people on them: vacancies, workload, duties, bodies, and who answers for areas and households. */
export function postsModule(around: Surroundings): Module {
  return defineModule({
    name: 'posts',
    folder: new URL('./', import.meta.url),
    commands: postsCommands(around),
    queries: postsQueries(around),
    permissions: postsPermissions,
    messages: postsMessages,
    auditWords: postsAuditWords,
    jobs: [warnJob(around)],
    sees: {},
  })
}
