import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { numbersOf } from '#platform/db/server/numbers-store.ts'
import { supervisionMessages } from './common/messages.ts'
import { supervisionPermissions } from './common/permissions.ts'
import { supervisionAuditWords } from './server/audit-words.ts'
import { factsJob } from './server/facts-job.ts'
import { orderCommands } from './server/order-commands.ts'
import { supervisionQueries } from './server/queries.ts'
import { repeatedJob } from './server/raise-repeated.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Supervision: urging, supervision orders, leaders' instructions, the ladder and the supervisor's board. */
export function supervisionModule(around: Surroundings): Module {
  return defineModule({
    name: 'supervision',
    folder: new URL('./', import.meta.url),
    commands: orderCommands(around),
    queries: supervisionQueries(around),
    permissions: supervisionPermissions,
    messages: supervisionMessages,
    auditWords: supervisionAuditWords,
    known: { order: numbersOf('supervision.order_paper') },
    jobs: [factsJob(around), repeatedJob(around)],
    sees: {},
  })
}
