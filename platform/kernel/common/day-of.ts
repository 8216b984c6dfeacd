import { type Instant, instantOf, millisecondsOf } from './instant.ts'

/** The calendar day of an instant in China, which knows no daylight saving. */
export function dayOf(instant: Instant): string {
  return instantOf(millisecondsOf(instant) + 480 * 60_000).slice(0, 10)
}
