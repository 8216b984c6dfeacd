import { isEnded, procedureSettings } from '#modules/cases/common/index.ts'
import { casesChangedAfter, casesForFigures, noteOnCase, openCase } from '#modules/cases/server/index.ts'
import type { CaseDesk, CaseStanding } from '#modules/exchange/server/index.ts'
import { settingsOf } from '#platform/settings/server/index.ts'
import type { Parts } from './modules.ts'
import { clocksForCases, placesForCases } from './who-is-where.ts'

type Known = Awaited<ReturnType<typeof casesForFigures>>[number]

const toStanding = ({ id, number, status, since, description }: Known): CaseStanding => ({
  ...{ caseId: id, number, status, since, description },
  isEnded: isEnded(status),
})

/** Lets machines open cases, count onto them, and ask what became of them. */
export function casesForExchange(
  parts: Pick<Parts, 'grids' | 'calendars' | 'secrets' | 'followKey' | 'settings'>,
): CaseDesk {
  const { grids, calendars, secrets, followKey, settings } = parts
  const procedure = { procedure: settingsOf(settings, procedureSettings), clocks: clocksForCases(grids, calendars) }
  return {
    open: (work, opening) =>
      openCase({ ...procedure, grids: placesForCases(grids), secrets, followKey }, work, opening),
    note: (work, caseId, note) => noteOnCase(procedure, work, caseId, note),
    byIds: async (db, ids) => (await casesForFigures(db, ids)).map(toStanding),
    changed: async (db, source, after, limit) => (await casesChangedAfter(db, source, after, limit)).map(toStanding),
  }
}
