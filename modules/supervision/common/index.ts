/** The door for other modules and for pages. */
export { type LadderLevel, type SupervisionSettings, usualSupervision } from './ladder.ts'
export { supervisionSettings } from './setting-parts.ts'
export {
  acceptReply,
  boardCases,
  endOrder,
  instruct,
  issueOrder,
  listEscalations,
  listLeftOut,
  listOrders,
  replyOrder,
  sendBack,
  showBoard,
} from './contract.ts'
export { supervisionMessages } from './messages.ts'
