import { dayAfter, localMoment, weekdayOf } from '../common/rule.ts'
import { usualRouting } from '../common/settings.ts'

/** The calendar day in China. */
export function today(now: Date): string {
  return localMoment(now.toISOString(), usualRouting.offsetMinutes).day
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return dayAfter(day, 1 - weekdayOf(day))
}
