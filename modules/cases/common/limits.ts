/** Bounds of what people write, in characters. A refusal names the field and the bound. */
export const textLimits = {
  title: 100,
  description: 2000,
  address: 200,
  note: 500,
  reason: 500,
  comment: 500,
  reporterName: 50,
  reporterPhone: 30,
  viewName: 50,
} as const
export type TextField = keyof typeof textLimits

/** Photos that one step may bring. */
export const photosPerStep = 9

/** A device clock further off than this is flagged, never refused: the report is worth more than its clock. */
export const clockToleranceSeconds = 300

/** Saved views that one person may keep. */
export const viewsPerPerson = 30

/** Points of a map answer; beyond them clusters are given. */
export const pointsPerAnswer = 2000
