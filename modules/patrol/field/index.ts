/** Pages of this module in the field app. */
export { patrolMessages } from '../common/messages.ts'
export { fieldPatrolMessages } from './messages.ts'
export { RoundScreen } from './RoundScreen.tsx'
export { RoundsPage } from './RoundsPage.tsx'
