/** The door for other modules and for pages: what a case is, what may be done with it, how to ask. */
export {
  type ActionRule,
  type CaseAction,
  caseActionNames,
  caseActions,
  type CaseTask,
  nextAction,
  tasks,
} from './actions.ts'
export {
  type CaseEvent,
  type CaseFile,
  type CasePhoto,
  type CasePlace,
  type CaseReported,
  type CaseSource,
  caseSources,
  type CaseStatus,
  caseStatuses,
  type ClassKind,
  classKinds,
  endStatuses,
  isEnded,
  type PhotoRole,
} from './case-file.ts'
export { caseNumber } from './case-number.ts'
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
  CaseFilters,
  casePoints,
  countCases,
  followCase,
  followOwnCase,
  listCases,
  listClasses,
  listUnits,
  listViews,
  myReports,
  nearbyCases,
  showCase,
} from './contract-queries.ts'
export { photosPerStep, textLimits } from './limits.ts'
export { casesMessages } from './messages.ts'
export { casesPermissions } from './permissions.ts'
export type {
  BothNames,
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
