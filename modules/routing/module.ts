import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { routingMessages } from './common/messages.ts'
import { routingPermissions } from './common/permissions.ts'
import { routingAuditWords } from './server/audit-words.ts'
import { endRule, putRule } from './server/commands/rule-commands.ts'
import { planShifts, substitute } from './server/commands/shift-commands.ts'
import { showRosterQuery } from './server/queries/roster-query.ts'
import {
  compareRulesQuery,
  dryRunQuery,
  listRulesQuery,
  ruleChoicesQuery,
  showRuleQuery,
} from './server/queries/rule-queries.ts'
import type { Surroundings } from './server/surroundings.ts'

/** Where a matter goes: rules by place, class and time, and who of a unit is on duty when. */
export function routingModule(around: Surroundings): Module {
  return defineModule({
    name: 'routing',
    folder: new URL('./', import.meta.url),
    commands: [putRule(around), endRule, planShifts(around), substitute(around)],
    queries: [
      listRulesQuery(around),
      showRuleQuery(around),
      ruleChoicesQuery(around),
      dryRunQuery(around),
      compareRulesQuery(around),
      showRosterQuery(around),
    ],
    permissions: routingPermissions,
    messages: routingMessages,
    auditWords: routingAuditWords,
    jobs: [],
    sees: {},
  })
}
