import { expect, test } from 'vitest'
import { readMaterials } from './materials.ts'

const line = (kind: string, amount: string) => ({ kind, amount, unit: 'bag' as const })

test('empty lines say nothing; half a line is no material; amounts have two decimals and are above nothing', () => {
  expect(readMaterials([line('', ' ')])).toEqual([])
  expect(readMaterials([line(' 沥青 ', '2'), line('', '')])).toEqual([{ kind: '沥青', amount: 2, unit: 'bag' }])
  expect(readMaterials([line('沥青', '0.25')])).toEqual([{ kind: '沥青', amount: 0.25, unit: 'bag' }])
  for (const [kind, amount] of [
    ['沥青', ''],
    ['', '2'],
    ['沥青', '0'],
    ['沥青', '-1'],
    ['沥青', '两袋'],
    ['沥青', '0.001'],
    ['沥青', '100001'],
  ] as const) {
    expect([kind, amount, readMaterials([line(kind, amount)])]).toEqual([kind, amount, null])
  }
})
