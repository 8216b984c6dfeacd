import type { Locale } from '../../i18n/common/translate.ts'
import { translator } from '../../i18n/common/translate.ts'
import { worktimeMessages } from './messages.ts'

/**
 * The four clocks of the trade, as cities write them into their filing standards: 紧急工作时 and 自然日 run without a
 * break; 工作时 counts only the spans in which people work; 工作日 counts working days whole, from midnight to midnight,
 * so that one working day from Friday 10:00 is Monday 10:00.
 */
export const limitClocks = ['urgent-hour', 'work-hour', 'work-day', 'natural-day'] as const
export type LimitClock = (typeof limitClocks)[number]

/** So much of one clock, such as two urgent hours. `amount` is above zero; halves and other fractions are allowed. */
export interface Limit {
  readonly clock: LimitClock
  readonly amount: number
}

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** What one unit of a clock is worth on that clock itself. */
export function unitMs(clock: LimitClock): number {
  return clock === 'urgent-hour' || clock === 'work-hour' ? 60 * minuteMs : dayMs
}

export function limitMs({ clock, amount }: Limit): number {
  return Math.round(amount * unitMs(clock))
}

/** Whether holidays and office hours make a difference to it. */
export function asksCalendar(clock: LimitClock): boolean {
  return clock === 'work-hour' || clock === 'work-day'
}

/** `2 紧急工作时`, `2 urgent hours`. */
export function describeLimit({ clock, amount }: Limit, locale: Locale): string {
  const t = translator([worktimeMessages], locale)
  return t(amount === 1 ? `worktime.limit-one.${clock}` : `worktime.limit.${clock}`, { amount: plainNumber(amount) })
}

/** At most two decimals, without trailing zeros. */
export function plainNumber(amount: number): string {
  return String(Math.round(amount * 100) / 100)
}
