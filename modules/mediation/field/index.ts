import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened; all lie on the phone. */
export const MattersPage = lazy(() => import('./MattersPage.tsx').then(({ MattersPage: page }) => ({ default: page })))
export const MatterScreen = lazy(() =>
  import('./MatterScreen.tsx').then(({ MatterScreen: page }) => ({ default: page })),
)
export const WriteMatterPage = lazy(() =>
  import('./WriteMatterPage.tsx').then(({ WriteMatterPage: page }) => ({ default: page })),
)
export { fieldMediationMessages } from './messages.ts'
export { mediationOffline } from './offline.ts'
