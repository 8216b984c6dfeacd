import { chinaOffsetMinutes, compileCalendar, usualWeek } from '#platform/worktime/common/index.ts'
import type { CaseClocks } from './surroundings.ts'

const usual = compileCalendar({
  ...{ key: 'default', version: 1, offsetMinutes: chinaOffsetMinutes, week: usualWeek, days: [], coveredYears: [] },
})

/** The usual week without holidays, and nobody who watches: for loading whole histories, and for tests of this module. */
export const plainClocks: CaseClocks = { calendarAt: () => usual, change: () => [], keep: async () => {} }
