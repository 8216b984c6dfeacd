import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened; all lie on the phone. */
export const CleanerHome = lazy(() => import('./CleanerHome.tsx').then(({ CleanerHome: page }) => ({ default: page })))
export const CheckPage = lazy(() => import('./CheckPage.tsx').then(({ CheckPage: page }) => ({ default: page })))
export { cleaningMessages } from '../common/messages.ts'
export { fieldCleaningMessages } from './messages.ts'
export { cleaningOffline } from './offline.ts'
