import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const VisitScreen = lazy(() => import('./VisitScreen.tsx').then(({ VisitScreen: page }) => ({ default: page })))
export const VisitsPage = lazy(() => import('./VisitsPage.tsx').then(({ VisitsPage: page }) => ({ default: page })))
export const WriteVisitPage = lazy(() =>
  import('./WriteVisitPage.tsx').then(({ WriteVisitPage: page }) => ({ default: page })),
)
export { visitsMessages } from '../common/messages.ts'
export { fieldVisitsMessages } from './messages.ts'
export { visitsOffline } from './offline.ts'
