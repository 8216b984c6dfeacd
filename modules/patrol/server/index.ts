/** The door for `apps/server` and for loading a place. */
export { addPlans, type LoadedRound } from './plans-loader-store.ts'
export type { PostFacts, Surroundings } from './surroundings.ts'
export { patrolSealed } from './sealed-columns.ts'
export { patrolPaths } from './grid-paths-store.ts'
