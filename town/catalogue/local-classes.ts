import type { LocalClass } from '#modules/catalogue/common/index.ts'

/** Two classes of the made-up town's own; the second reads like one that the national catalogue has by now. */
export function townClasses(from: string): readonly LocalClass[] {
  const usual = { kind: 'event', version: 1, adoptedAs: null, from, isEnded: false } as const
  return [
    { ...usual, code: '10999', name: { 'zh-CN': '楼道堆放杂物', en: 'Things piled up in a stairwell' }, oldCode: null },
    {
      ...usual,
      code: '06996',
      name: { 'zh-CN': '私设车位地锁', en: 'Ground lock on a parking place' },
      oldCode: '0196',
    },
  ]
}
