import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { type Instant, instantOf, millisecondsOf } from '#platform/kernel/common/instant.ts'

/** What a talk was about. Source of the words: the usual columns of a 民情日记 (需求、建议、投诉、矛盾、动态). */
export const entryKinds = ['need', 'suggestion', 'complaint', 'conflict', 'news'] as const
export type EntryKind = (typeof entryKinds)[number]

/** How one met. */
export const entryWays = ['visit', 'talk', 'phone'] as const
export type EntryWay = (typeof entryWays)[number]

/**
 * How far an entry is: nobody has answered yet; answered; answered for today and kept in view; a case; a case that went
 * up to the street with a transfer order.
 */
export const entryOutcomes = ['open', 'answered', 'watched', 'case', 'transferred'] as const
export type EntryOutcome = (typeof entryOutcomes)[number]

/** What may still be answered or become a case. */
export const unsettled: readonly EntryOutcome[] = ['open', 'watched']

export interface DiarySettings {
  /** Days after the one on which an entry is written until it must be answered; 0 is the same day (当日反馈). */
  readonly feedbackDays: number
  /** How many steps of the grid path stand for a community. */
  readonly communityDepth: number
}

export const usualDiary: DiarySettings = { feedbackDays: 0, communityDepth: 3 }

const dayMilliseconds = 86_400_000

/** A day as the span `[from, until)`. */
export function spanOf(day: string): { readonly from: Instant; readonly until: Instant } {
  return { from: dayBegins(day), until: dayBegins(day, 1) }
}

/** The last moment of the day by which an entry must be answered. */
export function feedbackDue(writtenAt: Instant, { feedbackDays }: DiarySettings): Instant {
  return instantOf(millisecondsOf(spanOf(dayOf(writtenAt)).until) + feedbackDays * dayMilliseconds - 1)
}

export const standings = ['waiting', 'overdue', 'in-time', 'late'] as const
export type FeedbackStanding = (typeof standings)[number]

export function standingOf(
  { dueAt, firstFeedbackAt }: { readonly dueAt: Instant; readonly firstFeedbackAt: Instant | null },
  now: Instant,
): FeedbackStanding {
  if (firstFeedbackAt === null) return now <= dueAt ? 'waiting' : 'overdue'
  return firstFeedbackAt <= dueAt ? 'in-time' : 'late'
}

/** The number by which people speak of a transfer order: district, 转 for transfer, year, serial within both. */
export function orderNumber(district: string, year: number, serial: number): string {
  return `${district}-ZJ${year}-${String(serial).padStart(4, '0')}`
}
