import { expect, test } from 'vitest'
import { type DatedGrid, GridHistory } from '#modules/grid/server/index.ts'
import { gridsByName } from './grids-by-name.ts'

const [first, day, today] = ['2026-01-01', '2026-09-10', '2026-09-15']
const grid = (path: string, name: string, from = first, until: string | null = null): DatedGrid => ({
  ...{ path, name, code: `3701${path}`, from, until },
})
const history = new GridHistory(
  [
    ...[grid('1', '街道'), grid('1.1', '东片'), grid('1.2', '西片')],
    ...[grid('1.1.1', '旧名', first, day), grid('1.1.1', '新名', day), grid('1.1.2', '同名'), grid('1.2.1', '同名')],
    ...[grid('1.1.3', '散了的', first, day), grid('1.1.4', '划走的', first, day), grid('1.2.4', '划走的', day)],
    // Somebody else has the name now, and two had this one.
    ...[grid('1.1.5', '让名', first, day), grid('1.1.5', '改了名', day), grid('1.2.5', '让名', day)],
    ...[grid('1.1.6', '都叫过', first, day), grid('1.2.6', '都叫过', first, day)],
  ],
  [
    { on: day, how: 'gone', from: '1.1.3', to: '1.1.1' },
    { on: day, how: 'gone', from: '1.1.3', to: '1.1.2' },
    { on: day, how: 'moved', from: '1.1.4', to: '1.2.4' },
  ],
)
const named = gridsByName(history, today)

test('a grid is found by its name or code of today, or else by what it was called before', () => {
  expect(named(' 新名 ')).toEqual({ paths: ['1.1.1'], now: null })
  expect(named('37011.2.4')).toEqual({ paths: ['1.2.4'], now: null })
  expect(named('旧名')).toEqual({ paths: ['1.1.1'], now: ['新名'] })
  expect(named('37011.1.4')).toEqual({ paths: ['1.2.4'], now: ['划走的'] })
  expect(named('让名')).toEqual({ paths: ['1.2.5'], now: null })
})

test('one that was divided names what it became; what two are or were called names nobody', () => {
  expect(named('散了的')).toEqual({ paths: ['1.1.1', '1.1.2'], now: ['新名', '同名'] })
  expect([named('同名'), named('都叫过'), named('没有过')]).toEqual([undefined, undefined, undefined])
})
