import type { LimitClock } from '#platform/worktime/common/index.ts'

/** How it is said by how much something is late: days with one decimal, or hours and minutes. */
export type LateWords =
  | { readonly key: 'days'; readonly n: number }
  | { readonly key: 'hours'; readonly h: number; readonly n: number }
  | { readonly key: 'minutes'; readonly n: number }

/** `lateBy` counts minutes on the clocks of hours, days on those of days. */
export function lateWords(lateBy: number, clock: LimitClock): LateWords {
  if (clock === 'work-day' || clock === 'natural-day') return { key: 'days', n: Math.round(lateBy * 10) / 10 }
  const minutes = Math.round(lateBy)
  const h = Math.floor(minutes / 60)
  return h === 0 ? { key: 'minutes', n: minutes } : { key: 'hours', h, n: minutes % 60 }
}
