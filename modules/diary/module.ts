import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { diaryMessages } from './common/messages.ts'
import { diaryPermissions } from './common/permissions.ts'
import { diaryAuditWords } from './server/audit-words.ts'
import { giveFeedback, openCaseFromEntry, seePerson, transferEntry } from './server/commands/settle-entry.ts'
import { writeEntry } from './server/commands/write-entry.ts'
import { EntryReader } from './server/entry-store.ts'
import { entryOfCaseQuery, diaryOfDayQuery, listEntriesQuery, showEntryQuery } from './server/queries/diary-queries.ts'
import { printTransferQuery } from './server/queries/print-transfer.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { DiaryTables } from './server/tables.ts'

/** The people's diary: one matter one record, answered the same day, or handed on. */
export function diaryModule(around: Surroundings & { readonly db: Db }): Module {
  return defineModule({
    name: 'diary',
    folder: new URL('./', import.meta.url),
    commands: [writeEntry(around), giveFeedback, openCaseFromEntry(around), transferEntry(around), seePerson(around)],
    queries: [
      entryOfCaseQuery,
      listEntriesQuery(around),
      showEntryQuery(around),
      diaryOfDayQuery(around),
      printTransferQuery(around),
    ],
    permissions: diaryPermissions,
    messages: diaryMessages,
    auditWords: diaryAuditWords,
    jobs: [],
    sees: {
      'diary-entry': async (actor, { id }) =>
        (await new EntryReader(around.db.read<DiaryTables>(), actor).find(id)) !== undefined,
    },
  })
}
