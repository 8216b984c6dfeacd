/** The door for other modules and for pages. */
export {
  type CallBackSettings,
  type CallKind,
  callKinds,
  type Satisfaction,
  satisfactions,
  usualCallBacks,
} from './call.ts'
export {
  answerCall,
  callBackFigures,
  callerHistory,
  linkCall,
  listCallBacks,
  listCalls,
  openCaseFromCall,
  putArticle,
  recordCallBack,
  searchArticles,
  takeCall,
} from './contract.ts'
export { hotlineMessages } from './messages.ts'
