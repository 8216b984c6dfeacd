/** The door for other modules and for pages. */
export {
  type CallBackSettings,
  type CallKind,
  callKinds,
  type CallOutcome,
  callOutcomes,
  type Satisfaction,
  satisfactions,
  usualCallBacks,
} from './call.ts'
export {
  answerCall,
  articleStates,
  type Call,
  callBackFigures,
  callerHistory,
  linkCall,
  listArticles,
  listCallBacks,
  listCalls,
  openCaseFromCall,
  putArticle,
  recordCallBack,
  searchArticles,
  showArticle,
  showCall,
  takeCall,
} from './contract.ts'
export { callTextLimits } from './limits.ts'
export { hotlineMessages } from './messages.ts'
export { callBackSettings } from './setting-parts.ts'
