import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { helpMessages } from './common/messages.ts'
import { helpPermissions } from './common/permissions.ts'
import { helpAuditWords } from './server/audit-words.ts'
import { helpCommands } from './server/help-commands.ts'
import { helpQueries } from './server/help-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Whom to call on the ground, and one press that calls for help. */
export function helpModule(around: Surroundings): Module {
  return defineModule({
    name: 'help',
    folder: new URL('./', import.meta.url),
    commands: helpCommands(around),
    queries: helpQueries(around),
    permissions: helpPermissions,
    messages: helpMessages,
    auditWords: helpAuditWords,
    jobs: [],
    sees: {},
  })
}
