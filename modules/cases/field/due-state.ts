import type { Instant } from '#platform/kernel/common/instant.ts'

/** Overdue past the limit, near due in the last fifth of it. */
export function dueState(since: Instant, dueAt: Instant | null, now: Instant): 'on-time' | 'near' | 'over' {
  if (dueAt === null) return 'on-time'
  const [start, end, at] = [since, dueAt, now].map(Date.parse) as [number, number, number]
  if (at > end) return 'over'
  return end - at <= (end - start) / 5 ? 'near' : 'on-time'
}
