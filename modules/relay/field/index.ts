import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened; all lie on the phone. */
export const HeadHome = lazy(() => import('./HeadHome.tsx').then(({ HeadHome: page }) => ({ default: page })))
export const WordsPage = lazy(() => import('./WordsPage.tsx').then(({ WordsPage: page }) => ({ default: page })))
export { relayMessages } from '../common/messages.ts'
export { fieldRelayMessages } from './messages.ts'
export { relayOffline } from './offline.ts'
export { useOwnYards } from './use-own-yards.ts'
