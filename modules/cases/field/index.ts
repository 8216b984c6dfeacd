import { lazy } from 'react'

/** Pages of this module in the field app. What is not seen at once is fetched when it is opened, and lies on the phone. */
export const CaseMap = lazy(() => import('./CaseMap.tsx').then(({ CaseMap: page }) => ({ default: page })))
export const OnSpotPage = lazy(() => import('./OnSpotPage.tsx').then(({ OnSpotPage: page }) => ({ default: page })))
export const OwnReports = lazy(() => import('./OwnReports.tsx').then(({ OwnReports: page }) => ({ default: page })))
export const CaseScreen = lazy(() => import('./CaseScreen.tsx').then(({ CaseScreen: page }) => ({ default: page })))
export { casesMessages } from '../common/messages.ts'
export { dueState } from './due-state.ts'
export { fieldCaseMessages } from './messages.ts'
export { casesOffline } from './offline.ts'
export { PlaceField } from './PlaceField.tsx'
export { ReportPage } from './ReportPage.tsx'
