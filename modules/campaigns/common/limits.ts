/** The longest texts, in characters; and how many photos a step may have. */
export const textLimits = { title: 60, purpose: 1000, note: 500, address: 120, reason: 500, demand: 1000 } as const
export const photosPerStep = 6
/** More points than a campaign of a street has; a list that is longer says so. */
export const pointsAtOnce = 3000
