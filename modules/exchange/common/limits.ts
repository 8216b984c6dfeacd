/** Bounds of what machines and administrators write, in characters. */
export const exchangeTextLimits = {
  name: 60,
  eventId: 100,
  device: 100,
  signal: 60,
  title: 100,
  description: 2000,
  address: 200,
} as const

/** Of one sheet. */
export const mostSheetRows = 500
export const photosPerEvent = 5
