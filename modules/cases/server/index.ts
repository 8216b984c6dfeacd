/** The door for other modules' server code, for `apps/server` and for the town: what cases need, and a loader. */
export { CasesLoader, type LoadedMatter } from './cases-loader-store.ts'
export {
  type DuplicateSettings,
  type GridLocator,
  type PostName,
  type StaffDirectory,
  type Surroundings,
  usualDuplicates,
} from './surroundings.ts'
export { readKnownCases } from './known-cases-store.ts'
export { waitingFor } from './waiting-for.ts'
