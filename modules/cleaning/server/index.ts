/** The door for `apps/server` and for filling a new database. */
export { subjectOf as deductionSubject } from './cleaning-commands.ts'
export { addLooks, type LoadedLook } from './loader-store.ts'
export type { Section, Surroundings } from './surroundings.ts'
