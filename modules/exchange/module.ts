import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { exchangeMessages } from './common/messages.ts'
import { exchangePermissions } from './common/permissions.ts'
import { exchangeAuditWords } from './server/audit-words.ts'
import { clientNames } from './server/client-store.ts'
import { createClient, revokeClient, setWindow } from './server/commands/manage-clients.ts'
import { reportEvent } from './server/commands/report-event.ts'
import { previewSheet, takeSheet } from './server/commands/take-sheet.ts'
import {
  eventStateQuery,
  listChangesQuery,
  listClientsQuery,
  listEventsQuery,
  listPlatformsQuery,
  sheetTemplateQuery,
  standingSheetQuery,
} from './server/queries/exchange-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Other systems: sensors, video, the platform above, by API and by sheet. */
export function exchangeModule(around: Surroundings): Module {
  return defineModule({
    name: 'exchange',
    folder: new URL('./', import.meta.url),
    commands: [
      reportEvent(around),
      createClient(around),
      setWindow,
      revokeClient,
      previewSheet(around),
      takeSheet(around),
    ],
    queries: [
      eventStateQuery(around),
      listChangesQuery(around),
      listClientsQuery(around),
      listEventsQuery,
      listPlatformsQuery,
      sheetTemplateQuery,
      standingSheetQuery(around),
    ],
    permissions: exchangePermissions,
    messages: exchangeMessages,
    auditWords: exchangeAuditWords,
    known: { 'exchange-client': { names: clientNames } },
    jobs: [],
    sees: {},
  })
}
