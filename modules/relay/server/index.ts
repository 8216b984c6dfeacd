/** The door for `apps/server`. */
export { relaySealed } from './sealed-columns.ts'
export type { RelayPost, Surroundings } from './surroundings.ts'
