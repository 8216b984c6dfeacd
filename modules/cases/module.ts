import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { numbersOf } from '#platform/db/server/numbers-store.ts'
import { casesMessages } from './common/messages.ts'
import { casesPermissions } from './common/actions.ts'
import { casesAuditWords } from './server/audit-words.ts'
import { CaseReader } from './server/case-store.ts'
import { clockJob } from './server/clock-job.ts'
import { ClosedCases } from './server/closed-cases.ts'
import { allCommands } from './server/commands/all.ts'
import { FollowDoor } from './server/follow-door.ts'
import { casePointsQuery } from './server/queries/case-points.ts'
import { countCasesQuery } from './server/queries/count-cases.ts'
import { followCaseQuery, followOwnCaseQuery } from './server/queries/follow-case.ts'
import { listCasesQuery } from './server/queries/list-cases.ts'
import { listClassesQuery } from './server/queries/list-classes.ts'
import { listLeaveOutReasonsQuery } from './server/queries/list-leave-out-reasons.ts'
import { listTakersQuery } from './server/queries/list-takers.ts'
import { listTextsQuery } from './server/queries/list-texts.ts'
import { tryStepQuery } from './server/queries/try-step.ts'
import { previewPriorityQuery } from './server/queries/preview-priority.ts'
import { listUnitsQuery } from './server/queries/list-units.ts'
import { listViewsQuery } from './server/queries/list-views.ts'
import { myReportsQuery } from './server/queries/my-reports.ts'
import { printCaseQuery } from './server/queries/print-case.ts'
import { nearbyCasesQuery } from './server/queries/nearby-cases.ts'
import { phonePackQuery } from './server/queries/phone-pack.ts'
import { showCaseQuery } from './server/queries/show-case.ts'
import { suggestQuery } from './server/queries/suggest.ts'
import { turnsJob } from './server/shift-first.ts'
import { Steps } from './server/step.ts'
import { weighJob } from './server/weigh-job.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { CasesTables } from './server/tables.ts'

/** The main job: a matter is reported, accepted, filed, dispatched, handled, verified, closed and rated. */
export function casesModule(around: Surroundings): Module {
  const { staff } = around
  const door = new FollowDoor(() => around.followKey)
  const commands = allCommands(around, new Steps(around), door)
  return defineModule({
    name: 'cases',
    folder: new URL('./', import.meta.url),
    commands,
    queries: [
      listCasesQuery(around),
      showCaseQuery(around),
      phonePackQuery(around),
      printCaseQuery(around),
      nearbyCasesQuery(around),
      followCaseQuery(around, door),
      followOwnCaseQuery(around),
      myReportsQuery(staff),
      countCasesQuery,
      listClassesQuery(around.conditions),
      previewPriorityQuery(around),
      tryStepQuery,
      listUnitsQuery(staff),
      listTakersQuery(around),
      listLeaveOutReasonsQuery(around),
      casePointsQuery,
      suggestQuery(around, new ClosedCases()),
      listViewsQuery,
      listTextsQuery,
    ],
    permissions: casesPermissions,
    messages: casesMessages,
    auditWords: casesAuditWords,
    known: { case: numbersOf('cases.case_file') },
    jobs: [clockJob(commands, around), weighJob(around), turnsJob(around)],
    sees: {
      case: async (actor, { id }) =>
        (await new CaseReader(around.db.read<CasesTables>(), actor).find(id)) !== undefined,
    },
  })
}
