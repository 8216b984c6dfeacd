import type { Instant } from '#platform/kernel/common/instant.ts'

/** Not passed on yet; passed on; passed on with something asked back; that answered; taken back or over before. */
export const passingStates = ['waiting', 'passed', 'asked', 'answered', 'dropped'] as const
export type PassingState = (typeof passingStates)[number]

export interface Passing {
  readonly passedAt: Instant | null
  readonly hasAsked: boolean
  readonly answeredAt: Instant | null
  readonly withdrawnAt: Instant | null
}

/** How far one head is with one word. What was passed on stays so, also when the word is taken back afterwards. */
export function passingState({ passedAt, hasAsked, answeredAt, withdrawnAt }: Passing): PassingState {
  if (passedAt === null) return withdrawnAt === null ? 'waiting' : 'dropped'
  if (!hasAsked) return 'passed'
  return answeredAt === null ? 'asked' : 'answered'
}

export const relayTextLimits = { title: 60, text: 1000, asked: 500, answer: 500, reason: 200 } as const
