/** A moment as ISO 8601 in UTC with milliseconds, such as `2026-09-01T01:00:00.000Z`. Sorts as text. */
export type Instant = string

/** No instant has a year of five digits, which would neither sort as text nor be read by the database. */
const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** What lies beyond the year 9999 is its last moment: some write 9999-12-31 for "without an end", and days are counted on from it. */
export function instantOf(milliseconds: number): Instant {
  return new Date(Math.min(milliseconds, last)).toISOString()
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The calendar year of an instant in a place `offsetMinutes` east of Greenwich (China: 480, no daylight saving). */
export function yearOf(instant: Instant, offsetMinutes = 480): number {
  return new Date(millisecondsOf(instant) + offsetMinutes * 60_000).getUTCFullYear()
}
