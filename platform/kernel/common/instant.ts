/** A moment as ISO 8601 in UTC with milliseconds, such as `2026-09-01T01:00:00.000Z`. Sorts as text. */
export type Instant = string

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString()
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The calendar year of an instant in a place `offsetMinutes` east of Greenwich (China: 480, no daylight saving). */
export function yearOf(instant: Instant, offsetMinutes = 480): number {
  return new Date(millisecondsOf(instant) + offsetMinutes * 60_000).getUTCFullYear()
}
