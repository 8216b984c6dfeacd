/** The door for other modules' server code, for `apps/server` and for the town: what cases need, and a loader. */
export { CasesLoader, type LoadedMatter } from './cases-loader-store.ts'
export { followGridsCommand, gridWatcher, openCasesInGrids } from './follow-grids.ts'
export { noteOnCase, openCase, type Opening, raiseOpened } from './doors.ts'
export { CaseReader } from './case-store.ts'
export { plainClocks } from './plain-clocks.ts'
export {
  type CaseClocks,
  type CaseRouting,
  type ConditionSource,
  type GridLocator,
  noConditions,
  noRouting,
  type PostName,
  type StaffDirectory,
  type Surroundings,
} from './surroundings.ts'
export { casesSealed } from './sealed-columns.ts'
export { casesChangedAfter } from './changes-store.ts'
export { type CasesAmong, casesForFigures, casesNotAsIn } from './figures-store.ts'
export { readKnownCases } from './known-cases-store.ts'
export { usualProcedure } from '../common/procedure/settings.ts'
export { type DuplicateSettings, usualDuplicates } from '../common/likeness.ts'
export { shiftFirst } from './shift-first.ts'
export { shiftReminders } from './shift-reminders.ts'
export { waitingFor } from './waiting-for.ts'
export { type StandardText, writeText } from './text-store.ts'
export type { CasesTables } from './tables.ts'
export { closedWithReachableReporter } from './reachable-store.ts'
