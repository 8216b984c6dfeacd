import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Limit } from '#platform/worktime/common/index.ts'

/** 催办, 督办单, 批示: the same demand in three weights. Only the answer to an order and an instruction is approved. */
export const orderKinds = ['urge', 'order', 'instruction'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStates = ['issued', 'replied', 'sent-back', 'accepted', 'ended'] as const
export type OrderState = (typeof orderStates)[number]

export const orderSteps = ['reply', 'accept', 'send-back', 'end'] as const
export type OrderStep = (typeof orderSteps)[number]

/** The only table of what may follow what. */
const after: Readonly<Record<OrderStep, Partial<Record<OrderState, OrderState>>>> = {
  reply: { issued: 'replied', 'sent-back': 'replied' },
  accept: { replied: 'accepted' },
  'send-back': { replied: 'sent-back' },
  // An accepted order is filed away; one that became pointless is withdrawn.
  end: { issued: 'ended', replied: 'ended', 'sent-back': 'ended', accepted: 'ended' },
}

/** Null when the step may not be taken in this state. An urge is over once it is answered. */
export function stateAfter(kind: OrderKind, state: OrderState, step: OrderStep): OrderState | null {
  const next = after[step][state] ?? null
  return kind === 'urge' && next === 'replied' ? 'ended' : next
}

/** 督办〔2026〕12号 */
export function orderNumber(kind: OrderKind, year: number, serial: number): string {
  const word = { urge: '催办', order: '督办', instruction: '批示' }[kind]
  return `${word}〔${year}〕${serial}号`
}

export interface OrderEntry {
  readonly step: 'issue' | OrderStep
  readonly at: Instant
  readonly by: string
  readonly text: string
}

export interface OrderLimits {
  readonly urge: Limit
  readonly order: Limit
  readonly instruction: Limit
}
