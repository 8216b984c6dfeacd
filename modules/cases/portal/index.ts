/** Pages of this module in the residents' app. */
export { DonePage } from './DonePage.tsx'
export { FollowPage } from './FollowPage.tsx'
export { portalCaseMessages } from './messages.ts'
export { MyReports } from './MyReports.tsx'
export { ReportFlow } from './ReportFlow.tsx'
