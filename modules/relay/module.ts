import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { relayMessages } from './common/messages.ts'
import { relayPermissions } from './common/permissions.ts'
import { askHeadsJob } from './server/ask-heads.ts'
import { relayAuditWords } from './server/audit-words.ts'
import { relayCommands } from './server/relay-commands.ts'
import { relayQueries } from './server/relay-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Words that building heads pass on to their households, and what was asked back. */
export function relayModule(around: Surroundings): Module {
  return defineModule({
    name: 'relay',
    folder: new URL('./', import.meta.url),
    commands: relayCommands(around),
    queries: relayQueries(around),
    permissions: relayPermissions,
    messages: relayMessages,
    auditWords: relayAuditWords,
    jobs: [askHeadsJob(around)],
    sees: {},
  })
}
