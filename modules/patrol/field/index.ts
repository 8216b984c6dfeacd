import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const RoundScreen = lazy(() => import('./RoundScreen.tsx').then(({ RoundScreen: page }) => ({ default: page })))
export const RoundsPage = lazy(() => import('./RoundsPage.tsx').then(({ RoundsPage: page }) => ({ default: page })))
export { patrolMessages } from '../common/messages.ts'
export { fieldPatrolMessages } from './messages.ts'
export { patrolOffline } from './offline.ts'
