/** Bounds of what people write in the diary, in characters. */
export const diaryTextLimits = {
  text: 2000,
  person: 60,
  address: 200,
  feedback: 1000,
  note: 500,
  title: 100,
  reason: 200,
} as const

export const photosPerEntry = 5
