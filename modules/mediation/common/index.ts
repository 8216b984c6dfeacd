/** The door for other modules and for pages. */
export type { followUp, listMatters, recordMatter, showMatter } from './contract.ts'
export { mediationMessages } from './messages.ts'
