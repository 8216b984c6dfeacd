import { lazy } from 'react'

/** Pages of this module in the field app, each fetched when it is opened. */
export const OwnPoints = lazy(() => import('./OwnPoints.tsx').then(({ OwnPoints: page }) => ({ default: page })))
export const PointScreen = lazy(() => import('./PointScreen.tsx').then(({ PointScreen: page }) => ({ default: page })))
export const SurveyScreen = lazy(() =>
  import('./SurveyScreen.tsx').then(({ SurveyScreen: page }) => ({ default: page })),
)
export { campaignsMessages } from '../common/messages.ts'
export { fieldCampaignMessages } from './messages.ts'
export { campaignsOffline } from './offline.ts'
