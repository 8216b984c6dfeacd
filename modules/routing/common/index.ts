/** The door for other modules and for pages. */
export {
  compareRules,
  dryRun,
  endRule,
  listRules,
  planShifts,
  putRule,
  ruleChoices,
  type RuleShape,
  type Shift,
  showRoster,
  showRule,
  substitute,
} from './contract.ts'
export { routingMessages } from './messages.ts'
export { type Question, type Rule, type RuleTerms, whichRule } from './rule.ts'
export { type RoutingSettings, usualRouting } from './settings.ts'
export { doubled, momentsOf, type Span } from './shift.ts'
export { routingSettings } from './setting-parts.ts'
