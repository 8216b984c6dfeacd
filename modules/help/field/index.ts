import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened; all lie on the phone. */
export const HelpPage = lazy(() => import('./HelpPage.tsx').then(({ HelpPage: page }) => ({ default: page })))
export const HelpCallScreen = lazy(() =>
  import('./HelpCallScreen.tsx').then(({ HelpCallScreen: page }) => ({ default: page })),
)
export { helpMessages } from '../common/messages.ts'
export { fieldHelpMessages } from './messages.ts'
export { helpOffline } from './offline.ts'
