/** Pages of this module in the field app. */
export { campaignsMessages } from '../common/messages.ts'
export { fieldCampaignMessages } from './messages.ts'
export { OwnPoints } from './OwnPoints.tsx'
export { PointScreen } from './PointScreen.tsx'
export { SurveyScreen } from './SurveyScreen.tsx'
