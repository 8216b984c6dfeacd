import { type Instant, millisecondsOf } from '#platform/kernel/common/instant.ts'

export interface Period {
  readonly fromAt: Instant
  readonly untilAt: Instant
}

/** A longer absence is a vacancy, and somebody is appointed; local practice. */
export const longestSubstitutionDays = 180

export type PeriodTrouble = 'ends-before-it-begins' | 'is-over' | 'too-long'

/** What is wrong with a period somebody is to stand in for, or null. */
export function troubleOfPeriod({ fromAt, untilAt }: Period, now: Instant): PeriodTrouble | null {
  if (untilAt <= fromAt) return 'ends-before-it-begins'
  if (untilAt <= now) return 'is-over'
  const days = (millisecondsOf(untilAt) - millisecondsOf(fromAt)) / 86_400_000
  return days > longestSubstitutionDays ? 'too-long' : null
}

export const periodsMeet = (a: Period, b: Period): boolean => a.fromAt < b.untilAt && b.fromAt < a.untilAt

export const isNow = ({ fromAt, untilAt }: Period, now: Instant): boolean => fromAt <= now && now < untilAt
