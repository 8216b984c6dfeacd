/** The door for `apps/server`. */
export type { Surroundings } from './surroundings.ts'
export { callPaths, moveCallsWithCase } from './grid-paths-store.ts'
