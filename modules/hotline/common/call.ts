/** What a caller wants. Source of the words: the record of a 12345 desk (咨询、求助、投诉、建议、反映). */
export const callKinds = ['advice', 'help', 'complaint', 'suggestion', 'report', 'other'] as const
export type CallKind = (typeof callKinds)[number]

/** How a call ended: not yet, answered at once, or with a case. */
export const callOutcomes = ['open', 'answered', 'case'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const satisfactions = ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied'] as const
export type Satisfaction = (typeof satisfactions)[number]

/** Cities differ in how many callers are called back, how soon, and how often one tries. */
export interface CallBackSettings {
  /** Of a hundred callers whose case was closed. */
  readonly sharePercent: number
  readonly withinHours: number
  /** After so many tries without an answer the call-back ends as not reached. */
  readonly tries: number
  /** Who closed longer ago than this is not called any more. */
  readonly withinDays: number
}

export const usualCallBacks: CallBackSettings = { sharePercent: 100, withinHours: 48, tries: 3, withinDays: 30 }

/** 13812345678 becomes 138****5678; short numbers keep only their end. */
export function maskedNumber(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return phone.length >= 7 ? `****${phone.slice(-2)}` : '****'
}

/** The number however it was written: digits alone, without the prefix of mainland China. */
export function plainNumber(written: string): string {
  const digits = written.normalize('NFKC').replace(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

/** Whether a call belongs to the sample: decided by the random end of its id, so everybody decides alike. */
export function isSampled(callId: string, sharePercent: number): boolean {
  return Number.parseInt(callId.slice(-6), 16) % 100 < sharePercent
}

export interface CallBackAnswer {
  readonly reached: boolean
  readonly solved?: boolean | undefined
  readonly satisfaction?: Satisfaction | undefined
}

/** What the desk may do next: somebody unhappy, or whose matter is not solved, is offered to have it reopened. */
export function offersReopening({ reached, solved, satisfaction }: CallBackAnswer): boolean {
  return reached && (solved === false || satisfaction === 'dissatisfied')
}

/** As stars, beside those that reporters give themselves. */
export const starsOf: Readonly<Record<Satisfaction, number>> = {
  'very-satisfied': 5,
  satisfied: 4,
  'fairly-satisfied': 3,
  dissatisfied: 1,
}
