import type { Limit } from '#platform/worktime/common/index.ts'

/**
 * What a section is looked at for. 六净一洁一见本色: six clean (roadway, pavement, kerb, grate, tree pit, foot of walls), one
 * tidy (bins), one true colour; 两扫两保: two whole sweeps a day and upkeep in between (mission A7). What the six are
 * differs from place to place: the points of each, 0 for not used, are settings of the place.
 */
export const cleaningItems = [
  'road',
  'pavement',
  'kerb',
  'grate',
  'tree-pit',
  'wall-foot',
  'bin',
  'true-colour',
  'sweep',
  'upkeep',
] as const
export type CleaningItem = (typeof cleaningItems)[number]

export type CleaningSettings = {
  readonly [I in CleaningItem as `points-${I}`]: number
} & {
  /** What a section begins each month with. */
  readonly fullScore: number
  /** From being told, in which a cleaner may object. */
  readonly objectWithin: Limit
  /** From the objection, in which it is decided. */
  readonly decideWithin: Limit
}

export const usualCleaning: CleaningSettings = {
  ...{ 'points-road': 2, 'points-pavement': 2, 'points-kerb': 1, 'points-grate': 1, 'points-tree-pit': 1 },
  ...{ 'points-wall-foot': 1, 'points-bin': 2, 'points-true-colour': 2, 'points-sweep': 3, 'points-upkeep': 2 },
  ...{ fullScore: 100, objectWithin: { clock: 'work-day', amount: 3 }, decideWithin: { clock: 'work-day', amount: 5 } },
}

/** The items that are used on a day, with their points. */
export function standardIn(
  settings: CleaningSettings,
): readonly { readonly item: CleaningItem; readonly points: number }[] {
  return cleaningItems.map(item => ({ item, points: settings[`points-${item}`] })).filter(({ points }) => points > 0)
}
