/** Bounds of what people write at the desk, in characters. */
export const callTextLimits = {
  phone: 40,
  callerName: 60,
  summary: 2000,
  place: 200,
  reason: 200,
  answer: 2000,
  title: 100,
  body: 10_000,
  note: 1000,
} as const
