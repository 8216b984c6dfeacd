import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { catalogueMessages } from './common/messages.ts'
import { cataloguePermissions } from './common/permissions.ts'
import { catalogueAuditWords } from './server/audit-words.ts'
import { classCommands } from './server/class-commands.ts'
import { classQueries } from './server/class-queries.ts'
import type { ConditionBook } from './server/condition-book.ts'
import { conditionCommands } from './server/condition-commands.ts'
import { conditionQueries } from './server/condition-queries.ts'

/** The catalogue: national classes, and under which conditions the place files matters of each. */
export function catalogueModule(book: ConditionBook): Module {
  return defineModule({
    name: 'catalogue',
    folder: new URL('./', import.meta.url),
    commands: [...conditionCommands, ...classCommands],
    queries: [...conditionQueries(book), ...classQueries(book)],
    permissions: cataloguePermissions,
    messages: catalogueMessages,
    auditWords: catalogueAuditWords,
    jobs: [],
    sees: {},
  })
}
