/** The door for `apps/server` and the town builder. */
export { type AssignmentRow, type BodyRow, type MemberRow, RosterWriter } from './roster-store.ts'
export type { StaffedPost, Surroundings } from './surroundings.ts'
export { rosterPaths } from './grid-paths-store.ts'
