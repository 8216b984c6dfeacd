import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { numbersOf } from '#platform/db/server/numbers-store.ts'
import { institutionsMessages } from './common/messages.ts'
import { institutionsPermissions } from './common/permissions.ts'
import { askJob } from './server/ask-job.ts'
import { institutionsAuditWords } from './server/audit-words.ts'
import { institutionCommands, institutionSubject } from './server/commands.ts'
import { institutionQueries } from './server/queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** The institutions library (制度): what is in force, who must read it, who has. */
export function institutionsModule(around: Surroundings): Module {
  return defineModule({
    name: 'institutions',
    folder: new URL('./', import.meta.url),
    commands: institutionCommands(around),
    queries: institutionQueries(around),
    permissions: institutionsPermissions,
    messages: institutionsMessages,
    auditWords: institutionsAuditWords,
    known: { institution: numbersOf('institutions.document') },
    jobs: [askJob(around)],
    sees: {
      // Attachments are read by whoever reads institutions.
      [institutionSubject]: async actor => actor.grants.some(({ permission }) => permission === 'institutions.read'),
    },
  })
}
