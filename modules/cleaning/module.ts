import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { cleaningMessages } from './common/messages.ts'
import { cleaningPermissions } from './common/permissions.ts'
import { cleaningAuditWords } from './server/audit-words.ts'
import { cleaningCommands, whole } from './server/cleaning-commands.ts'
import { cleaningQueries, mayRead } from './server/cleaning-queries.ts'
import { CleaningReader } from './server/cleaning-store.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { CleaningTables } from './server/tables.ts'

/** Cleaning sections looked at against the standard, with what was taken off, why, and the cleaner's objection. */
export function cleaningModule(around: Surroundings & { readonly db: Db; readonly now: () => Instant }): Module {
  return defineModule({
    name: 'cleaning',
    folder: new URL('./', import.meta.url),
    commands: cleaningCommands(around),
    queries: cleaningQueries(around),
    permissions: cleaningPermissions,
    messages: cleaningMessages,
    auditWords: cleaningAuditWords,
    jobs: [],
    sees: {
      'cleaning-deduction': async (actor, { id }) => {
        const read = around.db.read<CleaningTables>()
        const row = await new CleaningReader(read).find(id)
        if (!row) return false
        if (mayRead(actor, { gridPath: row.grid_path }) || row.owner_id === actor.personId) return true
        const sweeping =
          (await around.sections.cleaners(whole(read), [row.section_id], around.now())).get(row.section_id) ?? []
        return actor.postId !== null && sweeping.includes(actor.postId)
      },
    },
  })
}
