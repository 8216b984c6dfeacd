/** The door for `apps/server`, for imports and for visits: recording, adding, reading by permission. */
export { insertRelations, type NewRelation } from './bulk-store.ts'
export { findableBy, foundBy } from './found-by.ts'
export { moveThings, type MovingThing, thingsThatMove } from './follow-grids-store.ts'
export {
  addThings,
  type NewThing,
  recordFields,
  type Recorded,
  type Recording,
  type RecordingHouse,
} from './record-fields.ts'
export { caredFor, dueCare, livingIn, recordSaid } from './from-visits.ts'
export { homesIn } from './homes-in-store.ts'
export { indexAbout } from './secrets.ts'
export { registrySealed } from './sealed-columns.ts'
export { soundsOf } from './sounds.ts'
export type { Surroundings } from './surroundings.ts'
export type { RegistryTables } from './tables.ts'
export { ThingReader, type ThingRow } from './thing-store.ts'
