/** The door for other modules and for pages. */
export type {
  checkSection,
  decideObjection,
  DeductionView,
  listSections,
  myCleaning,
  objectTo,
  showSection,
} from './contract.ts'
export { cleaningMessages } from './messages.ts'
export { cleaningSettings } from './setting-parts.ts'
