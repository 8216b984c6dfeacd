import { dayAfter, weekdayOf } from '../common/rule.ts'

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return dayAfter(day, 1 - weekdayOf(day))
}
