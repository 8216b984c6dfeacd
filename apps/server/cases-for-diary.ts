import { openCase, raiseOpened, readKnownCases } from '#modules/cases/server/index.ts'
import { procedureSettings } from '#modules/cases/common/index.ts'
import type { CaseDesk, Places } from '#modules/diary/server/index.ts'
import type { GridIndex } from '#modules/grid/server/index.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, placesForCases } from './who-is-where.ts'

type Needed = Pick<Parts, 'grids' | 'calendars' | 'secrets' | 'followKey' | 'settings'>

/** Lets the diary open, raise and find cases. */
export function casesForDiary({ grids, calendars, secrets, followKey, settings }: Needed): CaseDesk {
  const procedure = { procedure: settingsOf(settings, procedureSettings), clocks: clocksForCases(grids, calendars) }
  const around = { ...procedure, grids: placesForCases(grids), secrets, followKey }
  return {
    open: (work, opening) => openCase(around, work, { ...opening, source: 'diary' }),
    async raise(work, caseId, reason) {
      const raised = await raiseOpened(procedure, work, caseId, reason)
      return isRefusal(raised) ? raised : null
    },
    known: async (db, actor, caseIds) =>
      (await readKnownCases(db, actor, caseIds)).map(({ id, number, status }) => ({ caseId: id, number, status })),
  }
}

/** What diary and exchange ask about places. */
export function placesWithNames(grids: GridIndex): Places {
  const { read, root, districtOf } = placesForCases(grids)
  return { read, root, districtOf, names: path => (grids.find(path) ? grids.names(path) : []) }
}
