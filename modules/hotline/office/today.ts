const dayMilliseconds = 86_400_000
const offsetMilliseconds = 8 * 3_600_000

/** The calendar day in China, or so many days from it. */
export function today(now: Date, daysLater = 0): string {
  return new Date(now.getTime() + offsetMilliseconds + daysLater * dayMilliseconds).toISOString().slice(0, 10)
}
