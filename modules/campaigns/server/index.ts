/** The door for `apps/server` and for the town. */
export { type CampaignChange, campaignsThatFollow, followCampaigns } from './follow-grids-store.ts'
export { addCampaigns, addProgrammes, type LoadedCampaign, type LoadedProgramme } from './loader-store.ts'
export type { Holder, Surroundings } from './surroundings.ts'
