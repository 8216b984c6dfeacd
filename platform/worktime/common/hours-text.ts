import type { Span } from './calendar.ts'
import { clockTime } from './words.ts'

/** Spans as people type them: `09:00-12:00 13:30-17:30`. */
export function hoursText(spans: readonly Span[]): string {
  return spans.map(({ from, until }) => `${clockTime(from)}-${clockTime(until)}`).join(' ')
}

/** Reads them back, with full-width signs and commas too; null when it cannot be read. */
export function readHours(text: string): Span[] | null {
  const parts = text
    .replaceAll('：', ':')
    .split(/[\s,，、;；]+/)
    .filter(part => part !== '')
  const spans = parts.map(readSpan)
  return spans.includes(null) ? null : (spans as Span[])
}

function readSpan(text: string): Span | null {
  const match = /^(\d{1,2}):(\d{2})[-–—~至](\d{1,2}):(\d{2})$/.exec(text)
  if (!match) return null
  const [, h1, m1, h2, m2] = match.map(Number) as [number, number, number, number, number]
  return m1 > 59 || m2 > 59 ? null : { from: h1 * 60 + m1, until: h2 * 60 + m2 }
}
