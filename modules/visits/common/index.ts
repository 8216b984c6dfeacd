/** The door for other modules and for pages. */
export type { DueVisit, dueVisits, finishErrand, listVisits, recordVisit, showVisit } from './contract.ts'
export { visitsMessages } from './messages.ts'
export { type VisitKind, visitKinds } from './visit.ts'
