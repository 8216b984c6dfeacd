import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { intakeMessages } from './common/intake-messages.ts'
import { registryMessages } from './common/messages.ts'
import { registryPermissions } from './common/permissions.ts'
import { registryAuditWords } from './server/audit-words.ts'
import { careCommands } from './server/commands/care-commands.ts'
import { consentCommands } from './server/commands/consent-commands.ts'
import { lifeCommands } from './server/commands/life-commands.ts'
import { protectionCommands } from './server/commands/protection-commands.ts'
import { relationCommands } from './server/commands/relation-commands.ts'
import { settleCommands } from './server/commands/settle-commands.ts'
import { takeAlongCommand } from './server/commands/take-along.ts'
import { thingCommands } from './server/commands/thing-commands.ts'
import { consentJob } from './server/consent-job.ts'
import { intake } from './server/intake.ts'
import { careQueries } from './server/queries/care-queries.ts'
import { figureQueries } from './server/queries/figure-queries.ts'
import { protectionQueries } from './server/queries/protection-queries.ts'
import { thingQueries } from './server/queries/thing-queries.ts'
import { upkeepQueries } from './server/queries/upkeep-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** The base library: people, places, things and organisations, each fact with where it comes from. */
export function registryModule(around: Surroundings): Module {
  const { commands, queries, jobs, routes } = intake(around)
  return defineModule({
    name: 'registry',
    folder: new URL('./', import.meta.url),
    commands: [
      ...thingCommands(around),
      takeAlongCommand(around),
      ...relationCommands,
      ...settleCommands(around),
      ...lifeCommands(around),
      ...careCommands(around),
      ...consentCommands(around),
      ...protectionCommands(around),
      ...commands,
    ],
    queries: [
      ...thingQueries(around),
      ...upkeepQueries(around),
      ...figureQueries(around),
      ...careQueries(around),
      ...protectionQueries(around),
      ...queries,
    ],
    permissions: registryPermissions,
    messages: {
      'zh-CN': { ...registryMessages['zh-CN'], ...intakeMessages['zh-CN'] },
      en: { ...registryMessages.en, ...intakeMessages.en },
    },
    auditWords: registryAuditWords,
    jobs: [...jobs, consentJob(around)],
    sees: {},
    routes,
  })
}
