import { expect, test } from 'vitest'
import { placesOf } from './places-of.ts'

test.each([
  ['one grid', ['街道', '甲社区', '1号网格'], ['街道', '甲社区', '1号网格'], ['1号网格']],
  ['two grids of a community', ['街道', '甲社区', '1号网格'], ['街道', '甲社区', '2号网格'], ['1号网格', '2号网格']],
  ['two communities', ['街道', '甲社区', '1号网格'], ['街道', '乙社区', '1号网格'], ['甲社区1号网格', '乙社区1号网格']],
  ['one above the other', ['街道', '甲社区'], ['街道', '甲社区', '2号网格'], ['甲社区', '2号网格']],
  ['the other way round', ['街道', '甲社区', '2号网格'], ['街道', '甲社区'], ['2号网格', '甲社区']],
])('%s', (_what, a, b, places) => {
  expect(placesOf(a, b)).toEqual(places)
})
