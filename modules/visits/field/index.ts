/** Pages of this module in the field app. */
export { visitsMessages } from '../common/messages.ts'
export { fieldVisitsMessages } from './messages.ts'
export { VisitScreen } from './VisitScreen.tsx'
export { VisitsPage } from './VisitsPage.tsx'
export { WriteVisitPage } from './WriteVisitPage.tsx'
