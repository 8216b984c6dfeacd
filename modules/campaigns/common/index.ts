/** The door for other modules, for pages and for the town. */
export { type Area, type CampaignEvent, paperNumber } from './campaign.ts'
export { campaignsMessages } from './messages.ts'
export type { PointEvent } from './point.ts'
export type { PlannedMilestone, ProgrammeEvent, TaskEvent } from './programme.ts'
export { type Quantity, sumQuantities, type Work } from './quantity.ts'
