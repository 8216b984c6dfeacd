/** The door for other modules and for pages. */
export type {
  callForHelp,
  CallLine,
  endCall,
  listCalls,
  onCall,
  OnCallPost,
  showCall,
  takeCall,
  tellMore,
} from './contract.ts'
export { helpMessages } from './messages.ts'
