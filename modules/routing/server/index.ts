/** The door for other modules' server code and for `apps/server`: what a rule says, who is on duty, and a loader. */
export { followRules, rulesThatFollow } from './follow-grids-store.ts'
export { addRouting, type LoadedRule, type LoadedShift } from './loader-store.ts'
export { Routing, type RuleAnswer, type Ruling } from './routing.ts'
export { onDuty, onShift, postsChangingShift, postsOnShift, shiftsOf } from './shift-store.ts'
export type { ClassChoice, ClosedCase, RosterPost, Surroundings } from './surroundings.ts'
