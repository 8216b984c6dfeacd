/** The door for other modules' server code, for `apps/server` and for the town. */
export { addEntries, type LoadedEntry } from './entries-loader-store.ts'
export type { CaseDesk, KnownCase, Places, Surroundings } from './surroundings.ts'
export { diarySealed } from './sealed-columns.ts'
