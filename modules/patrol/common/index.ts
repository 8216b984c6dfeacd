/** The door for other modules and for pages. */
export { type Checklist, type CheckItem, checklistKinds } from './checklist.ts'
export type {
  beginRound,
  checkPoint,
  coverage,
  endRound,
  keepTrack,
  listChecklists,
  listPlans,
  listRounds,
  listWalkers,
  myRounds,
  myTrack,
  showRound,
  skipPoint,
  writeChecklist,
  writePlan,
} from './contract.ts'
export { patrolMessages } from './messages.ts'
export { type PatrolPlan, type PatrolPoint, type Rhythm, roundsOf } from './plan.ts'
export { type RoundEvent, skipReasons, standingAfter } from './round.ts'
export { type PatrolSettings, patrolSettings, usualPatrol } from './setting-parts.ts'
export { usualChecklists } from './usual-checklists.ts'
