import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import type { Db } from '#platform/db/server/unit-of-work.ts'
import { campaignsMessages } from './common/messages.ts'
import { campaignsPermissions } from './common/permissions.ts'
import { campaignsAuditWords } from './server/audit-words.ts'
import { CampaignReader } from './server/campaign-store.ts'
import { campaignCommands } from './server/commands/campaign-commands.ts'
import { listCommands } from './server/commands/list-commands.ts'
import { pointCommands } from './server/commands/point-commands.ts'
import { programmeCommands } from './server/commands/programme-commands.ts'
import { surveyCommands } from './server/commands/survey-commands.ts'
import { campaignQueries } from './server/queries/campaign-queries.ts'
import { paperQueries } from './server/queries/paper-queries.ts'
import { programmeQueries } from './server/queries/programme-queries.ts'
import { resultsQuery } from './server/queries/results-query.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { CampaignsTables } from './server/tables.ts'

/** Campaigns with their points, lists, orders and money; action programmes with their milestones. */
export function campaignsModule(around: Surroundings & { readonly db: Db }): Module {
  return defineModule({
    name: 'campaigns',
    folder: new URL('./', import.meta.url),
    commands: [
      ...campaignCommands(around),
      ...surveyCommands(around),
      ...listCommands(around),
      ...pointCommands(around),
      ...programmeCommands(around),
    ],
    queries: [...campaignQueries(around), ...paperQueries(around), ...programmeQueries(around), resultsQuery(around)],
    permissions: campaignsPermissions,
    messages: campaignsMessages,
    auditWords: campaignsAuditWords,
    jobs: [],
    sees: {
      'campaign-point': async (actor, { id }) =>
        (await new CampaignReader(around.db.read<CampaignsTables>(), actor).findPoint(id)) !== undefined,
    },
  })
}
