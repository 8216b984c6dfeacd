/** Units in which work is measured: 平方米、立方米、米、处（个）、人次、小时. */
export const measures = ['m2', 'm3', 'm', 'count', 'person', 'hour'] as const
export type Measure = (typeof measures)[number]

/**
 * Kinds of work that a point of a campaign may need, as work reports of streets list them (新增绿化、补植、清运、拆违、
 * 修补、粉刷、小广告、垃圾堆). Local practice names more; what fits none is `other`, with its own unit and words.
 */
export const works = [
  'greening',
  'replanting',
  'clearing',
  'small-ads',
  'rubbish-heap',
  'illegal-building',
  'road-repair',
  'wall-painting',
  'facility',
  'other',
] as const
export type Work = (typeof works)[number]

/** What a line may count: a kind of work, or how many people went (出动人次). */
export const lineKinds = [...works, 'people'] as const
export type LineKind = (typeof lineKinds)[number]

/** In which units each kind is measured. A sum is only ever made of lines of one kind and one unit. */
export const measuresOf: Readonly<Record<LineKind, readonly Measure[]>> = {
  greening: ['m2'],
  replanting: ['m2'],
  clearing: ['m3'],
  'small-ads': ['count'],
  'rubbish-heap': ['count'],
  'illegal-building': ['m2'],
  'road-repair': ['m2', 'm'],
  'wall-painting': ['m2'],
  facility: ['count', 'm'],
  other: ['count', 'm2', 'm3', 'm', 'hour'],
  people: ['person'],
}

/** So much of one kind of work, with at most two decimals. */
export interface Quantity {
  readonly kind: LineKind
  readonly measure: Measure
  readonly amount: number
}

/** Whether the line is one that can be summed: a unit that belongs to its kind. */
export const isMeasured = ({ kind, measure }: Quantity): boolean => measuresOf[kind].includes(measure)

/** Counted in hundredths, so that a thousand lines add up without a trace of binary fractions. */
const hundredths = (amount: number) => Math.round(amount * 100)

/** One line for each kind and unit, in the order of the list of kinds. */
export function sumQuantities(lines: readonly Quantity[]): Quantity[] {
  const sums = new Map<string, number>()
  for (const { kind, measure, amount } of lines) {
    const key = `${kind} ${measure}`
    sums.set(key, (sums.get(key) ?? 0) + hundredths(amount))
  }
  return lineKinds.flatMap(kind =>
    measuresOf[kind].flatMap(measure => {
      const sum = sums.get(`${kind} ${measure}`)
      return sum === undefined ? [] : [{ kind, measure, amount: sum / 100 }]
    }),
  )
}

/** Money is kept in fen, whole numbers, and told in yuan. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)
export const yuanOf = (fen: number): number => fen / 100
