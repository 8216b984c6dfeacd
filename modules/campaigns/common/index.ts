/** The door for other modules, for pages and for the town. */
export { type Area, type CampaignEvent, paperNumber, reduceCampaign } from './campaign.ts'
export { accountabilityOf, dueOf, figuresOf } from './figures.ts'
export { campaignsMessages } from './messages.ts'
export { type PointEvent, reducePoint } from './point.ts'
export { type PlannedMilestone, type ProgrammeEvent, progressOf, reduceTask, type TaskEvent } from './programme.ts'
export { type Quantity, sumQuantities, type Work } from './quantity.ts'
