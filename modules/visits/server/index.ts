/** The door for `apps/server`. */
export type { DueCare, FieldUpdate, KnownThing, Library, Surroundings } from './surroundings.ts'
export { visitsSealed } from './sealed-columns.ts'
