import { lazy } from 'react'

/** The door for the field app. The map is fetched when it is opened. */
export const GridScreen = lazy(() => import('./GridScreen.tsx').then(({ GridScreen: page }) => ({ default: page })))
export { gridOffline } from './offline.ts'
