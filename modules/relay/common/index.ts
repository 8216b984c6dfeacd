/** The door for other modules and for pages. */
export type { answerAsked, listWords, myWords, passOn, showWord, withdrawWord, writeWord } from './contract.ts'
export { relayMessages } from './messages.ts'
