import { defineModule, type Module } from '#platform/commands/server/define-module.ts'
import { casesMessages } from './common/messages.ts'
import { casesPermissions } from './common/permissions.ts'
import { CaseReader } from './server/case-store.ts'
import { acceptCase } from './server/commands/accept-case.ts'
import { closeCase } from './server/commands/close-case.ts'
import { deleteView } from './server/commands/delete-view.ts'
import { dispatchCase } from './server/commands/dispatch-case.ts'
import { fileCase } from './server/commands/file-case.ts'
import { handleCase } from './server/commands/handle-case.ts'
import { joinCase } from './server/commands/join-case.ts'
import { rateCase } from './server/commands/rate-case.ts'
import { refuseCase } from './server/commands/refuse-case.ts'
import { reportCase } from './server/commands/report-case.ts'
import { returnCase } from './server/commands/return-case.ts'
import { reworkCase } from './server/commands/rework-case.ts'
import { saveView } from './server/commands/save-view.ts'
import { seeReporter } from './server/commands/see-reporter.ts'
import { verifyCase } from './server/commands/verify-case.ts'
import { FollowDoor } from './server/follow-door.ts'
import { casePointsQuery } from './server/queries/case-points.ts'
import { countCasesQuery } from './server/queries/count-cases.ts'
import { followCaseQuery, followOwnCaseQuery } from './server/queries/follow-case.ts'
import { listCasesQuery } from './server/queries/list-cases.ts'
import { listClassesQuery } from './server/queries/list-classes.ts'
import { listUnitsQuery } from './server/queries/list-units.ts'
import { listViewsQuery } from './server/queries/list-views.ts'
import { myReportsQuery } from './server/queries/my-reports.ts'
import { nearbyCasesQuery } from './server/queries/nearby-cases.ts'
import { showCaseQuery } from './server/queries/show-case.ts'
import type { Surroundings } from './server/surroundings.ts'
import type { CasesTables } from './server/tables.ts'

/** The main job: a matter is reported, accepted, filed, dispatched, handled, verified, closed and rated. */
export function casesModule(around: Surroundings): Module {
  const { grids, staff, secrets } = around
  const door = new FollowDoor(() => around.followKey)
  return defineModule({
    name: 'cases',
    folder: new URL('./', import.meta.url),
    commands: [
      reportCase(around),
      acceptCase,
      refuseCase,
      joinCase,
      fileCase,
      dispatchCase(staff),
      returnCase,
      handleCase(grids),
      verifyCase,
      closeCase,
      reworkCase,
      rateCase(door),
      seeReporter(secrets),
      saveView,
      deleteView,
    ],
    queries: [
      listCasesQuery(staff),
      showCaseQuery(around),
      nearbyCasesQuery(around),
      followCaseQuery(around, door),
      followOwnCaseQuery(around),
      myReportsQuery(staff),
      countCasesQuery,
      listClassesQuery,
      listUnitsQuery(staff),
      casePointsQuery,
      listViewsQuery,
    ],
    permissions: casesPermissions,
    messages: casesMessages,
    jobs: [],
    sees: {
      case: async (actor, { id }) =>
        (await new CaseReader(around.db.read<CasesTables>(), actor).find(id)) !== undefined,
    },
  })
}
