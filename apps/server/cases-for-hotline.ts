import { procedureSettings } from '#modules/cases/common/index.ts'
import { closedWithReachableReporter, noteOnCase, readKnownCases } from '#modules/cases/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases } from './who-is-where.ts'
import type { CaseDesk } from '#modules/hotline/server/index.ts'
import type { Module } from '#platform/commands/server/define-module.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'

type Opened = Awaited<ReturnType<CaseDesk['open']>>

/** Lets the hotline open and find cases: by the very command with which anybody reports one. */
export function casesForHotline(cases: Module, parts: Parts): CaseDesk {
  const report = cases.commands.find(({ endpoint }) => endpoint.name === 'cases.report')
  if (!report) throw new Error('cases have no command cases.report')
  return {
    open: async (work, input) => {
      // The runner is not between us, so the contract is applied here as it would there.
      const answer = await report.run(work, report.endpoint.input.parse(input), undefined)
      return (isRefusal(answer) ? answer : { ...(answer as object), closedAt: null }) as Opened
    },
    known: async (db, actor, caseIds) =>
      (await readKnownCases(db, actor, caseIds)).map(({ id, number, status, since }) => ({
        caseId: id,
        number,
        closedAt: status === 'closed' ? since : null,
      })),
    reachable: async (db, actor, since, caseId) =>
      (await closedWithReachableReporter(db, actor, since, caseId)).map(caseFile => ({
        ...{ caseId: caseFile.id, number: caseFile.number, source: caseFile.source, closedAt: caseFile.since },
        title: caseFile.title ?? caseFile.description.slice(0, 60),
      })),
    note: (work, caseId, note) =>
      noteOnCase(
        {
          procedure: settingsOf(parts.settings, procedureSettings),
          clocks: clocksForCases(parts.grids, parts.calendars),
        },
        work,
        caseId,
        note,
      ),
  }
}
