/** The door for other modules and for pages: what a case is, what may be done with it, how to ask. */
export {
  type ActionRule,
  type CaseAction,
  caseActionNames,
  caseActions,
  casesPermissions,
  type CaseTask,
  nextAction,
  sideTasks,
  tasks,
} from './actions.ts'
export {
  type CaseEvent,
  type CaseFile,
  type CasePhoto,
  type CasePlace,
  type CaseReported,
  type CaseLevel,
  caseLevels,
  type CaseSource,
  caseSources,
  type CaseStatus,
  caseStatuses,
  endStatuses,
  isEnded,
  type PhotoRole,
} from './case-file.ts'
export { caseNumber } from './case-number.ts'
export { allowedActions } from './deciding.ts'
export {
  acceptCase,
  closeCase,
  deleteView,
  dispatchCase,
  type Done,
  fileCase,
  handleCase,
  joinCase,
  rateCase,
  refuseCase,
  reportCase,
  returnCase,
  reworkCase,
  saveView,
  seeReporter,
  verifyCase,
} from './contract.ts'
export {
  answerExtension,
  answerLeaveOut,
  answerSuspension,
  appealCase,
  askCheck,
  askExtension,
  askLeaveOut,
  askSuspension,
  askVerifier,
  assignCase,
  assignDownCase,
  assistDone,
  claimCase,
  confirmAppeal,
  confirmExtension,
  countAgain,
  disputeCase,
  forceCloseCase,
  handleOnSpot,
  instructCase,
  linkCase,
  raiseCase,
  releaseCase,
  reopenCase,
  reportCheck,
  resumeCase,
  reviewAppeal,
  ruleCase,
  splitCase,
  unlinkCase,
  urgeCase,
  voidCase,
} from './contract-procedure.ts'
export {
  CaseFilters,
  casePoints,
  countCases,
  followCase,
  followOwnCase,
  listCases,
  listClasses,
  listLeaveOutReasons,
  listTakers,
  listUnits,
  listViews,
  myReports,
  nearbyCases,
  previewPriority,
  showCase,
  tryStep,
} from './contract-queries.ts'
export { startsWith } from './procedure/timers.ts'
export type { LeftOut } from './case-file.ts'
export { applyCaseEvent, beginCase, reduceCase } from './reduce.ts'
export { duplicateSettings, prioritySettings, procedureSettings, wordSettings } from './procedure/setting-parts.ts'
export { type ProcedureSettings, usualProcedure } from './procedure/settings.ts'
export { photosPerStep, textLimits } from './limits.ts'
export { casesMessages } from './messages.ts'
export type {
  CasePage,
  CaseRow,
  EntryType,
  FollowView,
  Holder,
  MyReport,
  NearbyCase,
  Photo,
  TimelineEntry,
} from './presented.ts'
export { suggestForCase } from './contract-suggest.ts'
