/** The door for `apps/server` and the town builder. */
export { documentPaths, followWordings, wordingsThatFollow } from './follow-grids-store.ts'
export { addInstitutions, type LoadedInstitution } from './institutions-loader-store.ts'
export type { ReaderPost, Surroundings } from './surroundings.ts'
