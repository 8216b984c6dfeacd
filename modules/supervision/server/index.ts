/** The door for `apps/server`. */
export { escalationListeners } from './escalate.ts'
export type { Surroundings, WatchedCases } from './surroundings.ts'
export { moveOrdersWithCase, orderPaths } from './grid-paths-store.ts'
