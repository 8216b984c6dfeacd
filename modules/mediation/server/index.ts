/** The door for `apps/server`. */
export { mediationSealed } from './said.ts'
export type { Surroundings } from './surroundings.ts'
