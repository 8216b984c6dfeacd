import type { Limit, LimitClock } from '#platform/worktime/common/index.ts'

/**
 * What a city wrote into the limit column. A text that names no plain limit is kept as it stands and put before a
 * person; `suggested` is the limit that can be read inside it, such as the fifteen days of 种植季节15工作日.
 */
export type ReadLimit =
  | { readonly limit: Limit; readonly needsDecision: false }
  | { readonly kept: string; readonly suggested: Limit | null; readonly needsDecision: true }

/**
 * The words for the four clocks. Bare 小时 and 天 are working time: the same city's official table writes 工作时 and
 * 工作日 where its sheet says 小时 and 天. 紧急工作日 is no clock of the four and stays for a person.
 */
const clockWords: Readonly<Record<string, LimitClock>> = {
  紧急工作时: 'urgent-hour',
  紧急工作小时: 'urgent-hour',
  工作时: 'work-hour',
  工作小时: 'work-hour',
  小时: 'work-hour',
  时: 'work-hour',
  工作日: 'work-day',
  工作天: 'work-day',
  天: 'work-day',
  日: 'work-day',
  自然日: 'natural-day',
  自然天: 'natural-day',
}

const limitIn = /(\d+(?:\.\d+)?)个?(紧急工作小时|紧急工作时|工作小时|工作时|小时|时|工作日|工作天|自然日|自然天|天|日)/u
const wholeLimit = new RegExp(`^${limitIn.source}(?:内|以内)?$`, 'u')

export function parseLimitText(text: string): ReadLimit {
  const kept = text.trim()
  const plain = kept.normalize('NFKC').replace(/\s+/gu, '')
  const whole = limitOf(wholeLimit.exec(plain))
  if (whole) return { limit: whole, needsDecision: false }
  return { kept, suggested: limitOf(limitIn.exec(plain)), needsDecision: true }
}

function limitOf(found: RegExpExecArray | null): Limit | null {
  const clock = clockWords[found?.[2] ?? '']
  const amount = Number(found?.[1])
  if (!clock || !(amount > 0) || !Number.isFinite(amount)) return null
  // Parts of a day have no meaning on a clock that counts days whole.
  const isDays = clock === 'work-day' || clock === 'natural-day'
  return isDays && !Number.isInteger(amount) ? null : { clock, amount }
}

const officialWords: Readonly<Record<LimitClock, string>> = {
  'urgent-hour': '紧急工作时',
  'work-hour': '工作时',
  'work-day': '工作日',
  'natural-day': '自然日',
}

/** The limit as it is written into a sheet; reading it again gives the same limit. */
export function writeLimitText({ clock, amount }: Limit): string {
  return `${amount}${officialWords[clock]}`
}
