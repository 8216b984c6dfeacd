import { lazy } from 'react'

/** Pages of this module in the field app. The map is fetched when it is opened. */
export const CaseMap = lazy(() => import('./CaseMap.tsx').then(({ CaseMap: page }) => ({ default: page })))
export { casesMessages } from '../common/messages.ts'
export { CaseScreen } from './CaseScreen.tsx'
export { KeepingProvider, useKeeping } from './keeping.tsx'
export { fieldCaseMessages } from './messages.ts'
export { OnSpotPage } from './OnSpotPage.tsx'
export { OwnReports } from './OwnReports.tsx'
export { PlaceField } from './PlaceField.tsx'
export { ReportPage } from './ReportPage.tsx'
export { type OwnPost, TodayPage } from './TodayPage.tsx'
export { WaitingPage } from './WaitingPage.tsx'
