import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'

/**
 * What disputes are about, as the statistics of people's mediation (人民调解) sort them, in short: family, neighbours,
 * housing, property management, contracts and debts, work, injury and damages, business, land, environment, other.
 */
export const matterKinds = [
  'neighbours',
  'family',
  'housing',
  'management',
  'contract',
  'labour',
  'damages',
  'business',
  'land',
  'environment',
  'other',
] as const
export type MatterKind = (typeof matterKinds)[number]

/**
 * What came of it. People's Mediation Law, article 28: an agreement is written, or where the parties need none, spoken and
 * taken down by the mediator. Not agreed, the parties are told of their other ways (article 26).
 */
export const matterOutcomes = ['agreed-spoken', 'agreed-written', 'not-agreed', 'handed-on'] as const
export type MatterOutcome = (typeof matterOutcomes)[number]

export const isAgreed = (outcome: MatterOutcome) => outcome === 'agreed-spoken' || outcome === 'agreed-written'

/** Whether an agreement was kept, as the parties said at the follow-up (article 31: its keeping is looked after). */
export const keepings = ['kept', 'partly', 'broken'] as const
export type Keeping = (typeof keepings)[number]

export interface TypedMatter {
  readonly parties: readonly { readonly name: string }[]
  readonly text: string
  readonly outcome: MatterOutcome
  readonly agreement: string
  /** The day of the follow-up; null for none. */
  readonly followUpOn: string | null
}

export type MatterFault = 'parties-missing' | 'words-missing' | 'agreement-missing' | 'follow-up-missing'

/** What is missing before it can be kept; null when nothing is. */
export function faultOfRecord({ parties, text, outcome, agreement, followUpOn }: TypedMatter): MatterFault | null {
  if (parties.filter(({ name }) => name !== '').length < 2) return 'parties-missing'
  if (text === '') return 'words-missing'
  if (!isAgreed(outcome)) return null
  if (agreement === '') return 'agreement-missing'
  return followUpOn === null ? 'follow-up-missing' : null
}

/** A broken agreement is not the end: there is another day, or it is handed on. */
export function faultOfFollowUp(followUp: {
  readonly keeping: Keeping
  readonly text: string
  readonly nextOn: string | null
  readonly isHandedOn: boolean
}): 'words-missing' | 'broken-yet-closed' | null {
  if (followUp.text === '') return 'words-missing'
  const ends = followUp.nextOn === null && !followUp.isHandedOn
  return followUp.keeping === 'broken' && ends ? 'broken-yet-closed' : null
}

export type MatterEvent =
  | {
      readonly kind: 'recorded'
      readonly at: Instant
      readonly outcome: MatterOutcome
      readonly followUpOn: string | null
    }
  | {
      readonly kind: 'followed-up'
      readonly at: Instant
      readonly keeping: Keeping
      readonly nextOn: string | null
      readonly isHandedOn: boolean
    }

export interface Matter {
  readonly outcome: MatterOutcome
  /** The next day on which somebody asks; null when nothing is left to do. */
  readonly followUpOn: string | null
  readonly keeping: Keeping | null
}

/** The matter as its events make it; the row in the table is always this. */
export function matterAfter(before: Matter | null, event: MatterEvent): Matter {
  switch (event.kind) {
    case 'recorded':
      return { outcome: event.outcome, followUpOn: event.followUpOn, keeping: null }
    case 'followed-up': {
      if (before === null) throw new Error('a matter begins with being recorded')
      const outcome = event.isHandedOn ? 'handed-on' : before.outcome
      return { outcome, followUpOn: event.isHandedOn ? null : event.nextOn, keeping: event.keeping }
    }
    default:
      return unreachable(event)
  }
}

export const mediationTextLimits = { text: 2000, agreement: 2000, name: 40, phone: 20 } as const
export const mostParties = 6
export const photosPerMatter = 5
