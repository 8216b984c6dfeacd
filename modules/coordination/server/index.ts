/** The door for `apps/server`. */
export type { Surroundings } from './surroundings.ts'
