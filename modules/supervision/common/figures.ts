/** What the board counts as shares. Names and denominators: 按截止时间落在统计期内归属, with the backlog. */
export const rateKeys = [
  'response',
  'handled-on-time',
  'closed',
  'closed-on-time',
  'rework',
  'resolution',
  'satisfaction',
] as const
/** What a single case may be left out of by hand: what reporters say, not how late it was. */
export const handRateKeys = [
  'response',
  'resolution',
  'satisfaction',
] as const satisfies readonly (typeof rateKeys)[number][]
export type HandRateKey = (typeof handRateKeys)[number]

export type RateKey = (typeof rateKeys)[number]

/** What is so now, of cases still open. */
export const nowKeys = ['overdue', 'due-today', 'orange', 'yellow'] as const
export type NowKey = (typeof nowKeys)[number]

/** Of a share: all it is counted over, those that count, those that do not. */
export const parts = ['all', 'met', 'unmet'] as const
