/**
 * What a worker goes to people for: 关爱探访 (because of a care list), 入户走访, 代办服务 for the old and disabled, 现场调解
 * (what can be settled on the spot; more goes to the committee), 政策宣传. One record each, told once.
 */
export const visitKinds = ['care', 'routine', 'errand', 'mediation', 'publicity'] as const
export type VisitKind = (typeof visitKinds)[number]

/** Whether one met them. Not meeting is no failure, and is not asked about again. */
export const meetings = ['met', 'nobody-home', 'by-phone'] as const
export type Meeting = (typeof meetings)[number]

/** What people said to their data being taken down; refused, nothing of it goes into the library. */
export const consents = ['given', 'refused', 'not-asked'] as const
export type Consent = (typeof consents)[number]

/** What came of it. An errand stays open until it is done; a mediation may go to the committee. */
export const outcomes = ['done', 'open', 'agreed', 'not-agreed', 'to-committee'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomesOf: Readonly<Record<VisitKind, readonly Outcome[]>> = {
  care: ['done'],
  routine: ['done'],
  errand: ['open', 'done'],
  mediation: ['agreed', 'not-agreed', 'to-committee'],
  publicity: ['done'],
}

/** What a kind asks for beside the words; everything else may be left out. */
export const asksFor: Readonly<Record<VisitKind, readonly ('whom' | 'topic' | 'reached' | 'due')[]>> = {
  care: ['whom'],
  routine: ['whom'],
  errand: ['whom', 'topic', 'due'],
  mediation: ['topic'],
  publicity: ['topic', 'reached'],
}

export interface TypedVisit {
  readonly kind: VisitKind
  readonly thingIds: readonly string[]
  readonly topic: string
  readonly meeting: Meeting
  readonly consent: Consent
  readonly outcome: Outcome
  readonly reached: number | null
  readonly text: string
  readonly updates: readonly object[]
}

export type VisitFault = 'whom-missing' | 'topic-missing' | 'outcome-wrong' | 'words-missing' | 'refused-yet-updated'

/** What is missing in a record before it can be kept; null when nothing is. The phone asks the same. */
export function faultOfVisit(visit: TypedVisit): VisitFault | null {
  const asks = asksFor[visit.kind]
  if (asks.includes('whom') && visit.thingIds.length === 0) return 'whom-missing'
  if (asks.includes('topic') && visit.topic === '') return 'topic-missing'
  if (!outcomesOf[visit.kind].includes(visit.outcome)) return 'outcome-wrong'
  if (visit.updates.length > 0 && visit.consent === 'refused') return 'refused-yet-updated'
  // Nobody at home needs no words.
  if (visit.meeting !== 'nobody-home' && visit.text === '') return 'words-missing'
  return null
}

/** A visit for which nobody was met moves no rhythm: they are as due as before. */
export function countsAsVisit({ meeting }: Pick<TypedVisit, 'meeting'>): boolean {
  return meeting !== 'nobody-home'
}

/** Days from today, negative when over. Why somebody is due is said with it, never turned into a score. */
export function daysUntil(on: string, today: string): number {
  return Math.round((Date.parse(`${on}T00:00:00.000Z`) - Date.parse(`${today}T00:00:00.000Z`)) / 86_400_000)
}

export const visitTextLimits = { text: 2000, topic: 80, reason: 200, need: 500 } as const
export const photosPerVisit = 5
