import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const CollectPage = lazy(() => import('./CollectPage.tsx').then(({ CollectPage: page }) => ({ default: page })))
export const HouseholdScreen = lazy(() =>
  import('./HouseholdScreen.tsx').then(({ HouseholdScreen: page }) => ({ default: page })),
)
export const StaleScreen = lazy(() => import('./StaleScreen.tsx').then(({ StaleScreen: page }) => ({ default: page })))
export { registryOffline } from './offline.ts'
