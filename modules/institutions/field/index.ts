import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const InstitutionScreen = lazy(() =>
  import('./InstitutionScreen.tsx').then(({ InstitutionScreen: page }) => ({ default: page })),
)
export const InstitutionsScreen = lazy(() =>
  import('./InstitutionsScreen.tsx').then(({ InstitutionsScreen: page }) => ({ default: page })),
)
export { institutionsFieldMessages } from './messages.ts'
export { institutionsOffline } from './offline.ts'
