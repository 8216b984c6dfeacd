/** The door for `apps/server`. */
export { helpSealed } from './said.ts'
export type { StandingPost, Surroundings } from './surroundings.ts'
