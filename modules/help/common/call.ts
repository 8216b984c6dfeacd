import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'

/** Called and nobody on it yet; somebody is on it; over. */
export const callStatuses = ['waiting', 'taken', 'ended'] as const
export type CallStatus = (typeof callStatuses)[number]

/** What the caller says afterwards. Neither ends the call: somebody looks all the same. */
export const saferWords = ['safe', 'mistake'] as const
export type Safer = (typeof saferWords)[number]

/** How it ended, as whoever took it says: helped on the spot, handed to police or ambulance, pressed by mistake, unreached. */
export const callOutcomes = ['helped', 'passed-on', 'mistake', 'not-found'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export type CallEvent =
  | { readonly kind: 'called'; readonly at: Instant; readonly byId: string }
  | { readonly kind: 'told-more'; readonly at: Instant; readonly byId: string; readonly safer: Safer | null }
  | { readonly kind: 'taken'; readonly at: Instant; readonly byId: string }
  | { readonly kind: 'ended'; readonly at: Instant; readonly byId: string; readonly outcome: CallOutcome }

export interface HelpCall {
  readonly status: CallStatus
  readonly callerId: string
  readonly takenBy: string | null
  readonly takenAt: Instant | null
  readonly safer: Safer | null
  readonly endedBy: string | null
  readonly endedAt: Instant | null
  readonly outcome: CallOutcome | null
}

/** The call as its events make it; the row in the table is always this. */
export function callAfter(before: HelpCall | null, event: CallEvent): HelpCall {
  switch (event.kind) {
    case 'called':
      return {
        ...{ status: 'waiting', callerId: event.byId, takenBy: null, takenAt: null, safer: null },
        ...{ endedBy: null, endedAt: null, outcome: null },
      }
    case 'told-more':
      return { ...begun(before), safer: event.safer ?? begun(before).safer }
    case 'taken':
      return { ...begun(before), status: 'taken', takenBy: event.byId, takenAt: event.at }
    case 'ended':
      return {
        ...begun(before),
        ...{ status: 'ended', endedBy: event.byId, endedAt: event.at, outcome: event.outcome },
      }
    default:
      return unreachable(event)
  }
}

function begun(call: HelpCall | null): HelpCall {
  if (call === null) throw new Error('a call for help begins with being called')
  return call
}

export type TakeFault = 'already-ended' | 'taken-by-another' | 'taken-by-you' | 'your-own-call'

/**
 * Why somebody cannot take a call; null when they can. What another has taken is taken over only when that is said: two
 * who run to one stairwell leave another without anybody.
 */
export function faultOfTaking(call: HelpCall, byId: string, takesOver: boolean): TakeFault | null {
  if (call.status === 'ended') return 'already-ended'
  if (call.callerId === byId) return 'your-own-call'
  if (call.takenBy === byId) return 'taken-by-you'
  if (call.takenBy !== null && !takesOver) return 'taken-by-another'
  return null
}

export type EndFault = 'already-ended' | 'not-taken' | 'taken-by-another'

/** Why somebody cannot close a call: whoever took it does, so that it never ends without anybody having looked. */
export function faultOfEnding(call: HelpCall, byId: string): EndFault | null {
  if (call.status === 'ended') return 'already-ended'
  if (call.takenBy === null) return 'not-taken'
  return call.takenBy === byId ? null : 'taken-by-another'
}

export const helpTextLimits = { said: 200, outcome: 500 } as const

/** How long the button is held until it calls: long enough that a pocket does not, short enough when in need. */
export const holdMilliseconds = 1_500

/**
 * The numbers of the state, the same in all of China: police 110, fire and rescue 119, ambulance 120. They stand below
 * the street's own, also where nobody set any.
 */
export const stateNumbers = ['110', '119', '120'] as const
