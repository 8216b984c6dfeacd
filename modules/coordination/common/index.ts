/** The door for other modules and for pages. */
export { blow, figures, listCalls, takeStep } from './contract.ts'
export { coordinationMessages } from './messages.ts'
export { coordinationSettings } from './setting-parts.ts'
export { type CoordinationSettings, usualCoordination } from './whistle.ts'
