import { type Instant, instantOf, millisecondsOf } from './instant.ts'

const offsetMilliseconds = 480 * 60_000
const dayMilliseconds = 86_400_000

/** The calendar day of an instant in China, which knows no daylight saving; or so many days from it. */
export function dayOf(instant: Instant, daysLater = 0): string {
  return instantOf(millisecondsOf(instant) + offsetMilliseconds + daysLater * dayMilliseconds).slice(0, 10)
}

/** When a calendar day begins in China, wherever the reader sits; or the day so many days after it. */
export function dayBegins(day: string, daysLater = 0): Instant {
  return instantOf(Date.parse(`${day}T00:00:00.000Z`) - offsetMilliseconds + daysLater * dayMilliseconds)
}
