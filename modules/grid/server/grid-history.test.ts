import { expect, test } from 'vitest'
import { type DatedGrid, GridHistory, type Succession } from './grid-history.ts'

const grid = (path: string, from: string, until: string | null = null, name = `格${path}`): DatedGrid => ({
  ...{ path, name, code: `C${path}`, from, until },
})
const [first, moves, splits, merges] = ['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01']
const on = (day: string, how: Succession['how'], from: string | null, to: string | null): Succession => ({
  ...{ on: day, how, from, to },
})

// 1.1.2 goes under 1.2 with what is below it; 1.1.1 is cut in two; 1.1.3 goes into 1.1.1.
const history = new GridHistory(
  [
    ...['1', '1.1', '1.2', '1.2.1'].map(path => grid(path, first)),
    ...[grid('1.1.1', first, splits), grid('1.1.1', splits, null, '新名')],
    ...[grid('1.1.2', first, moves), grid('1.1.2.1', first, moves), grid('1.1.3', first, merges)],
    ...[grid('1.2.2', moves), grid('1.2.2.1', moves), grid('1.1.4', splits), grid('1.1.10', splits)],
  ],
  [
    ...[on(moves, 'moved', '1.1.2', '1.2.2'), on(moves, 'moved', '1.1.2.1', '1.2.2.1')],
    ...[on(splits, 'cut', '1.1.1', '1.1.4'), on(splits, 'cut', null, '1.1.10'), on(merges, 'gone', '1.1.3', '1.1.1')],
  ],
)
const paths = (grids: readonly DatedGrid[]) => grids.map(({ path }) => path)

test('the tree of a day: on the day of a change it is the new one, the day before it is the old one', () => {
  expect(paths(history.childrenOf('1.1', '2026-02-28'))).toEqual(['1.1.1', '1.1.2', '1.1.3'])
  expect(paths(history.childrenOf('1.1', moves))).toEqual(['1.1.1', '1.1.3'])
  expect(paths(history.childrenOf('1.1', merges))).toEqual(['1.1.1', '1.1.4', '1.1.10'])
  expect(paths(history.under('1.2', moves))).toEqual(['1.2', '1.2.1', '1.2.2', '1.2.2.1'])
  expect(history.names('1.1.1', '2026-04-30')).toEqual(['格1', '格1.1', '格1.1.1'])
  expect(history.names('1.1.1', splits).at(-1)).toBe('新名')
  expect(history.names('1.1.2', moves)).toEqual([])
  expect(history.lastDay).toBe(merges)
})

test('before the first tree of a place the first tree answers', () => {
  expect(history.at('1.1.2', '2019-01-01')).toEqual({ kind: 'there', path: '1.1.2' })
  expect(history.firstDay('1.1.2')).toBe(first)
  expect(history.at('1.1.4', '2019-01-01')).toMatchObject({ kind: 'not-yet' })
})

test('a grid that moved is the same grid on any day, asked for by either path', () => {
  for (const path of ['1.1.2.1', '1.2.2.1']) {
    expect(history.at(path, '2026-02-28')).toEqual({ kind: 'there', path: '1.1.2.1' })
    expect(history.at(path, moves)).toEqual({ kind: 'there', path: '1.2.2.1' })
  }
})

test('one that was not there says since or until when, and who has the ground', () => {
  expect(history.at('1.1.4', '2026-04-30')).toEqual({ kind: 'not-yet', since: splits, instead: ['1.1.1'] })
  expect(history.at('1.1.4', splits)).toEqual({ kind: 'there', path: '1.1.4' })
  // Drawn where no grid was: what is above it.
  expect(history.at('1.1.10', '2026-04-30')).toMatchObject({ instead: ['1.1'] })
  expect(history.at('1.1.3', '2026-06-30')).toEqual({ kind: 'there', path: '1.1.3' })
  expect(history.at('1.1.3', merges)).toEqual({ kind: 'no-more', until: merges, instead: ['1.1.1'] })
  expect([history.heirOf('1.1.3', merges), history.heirOf('1.1.2', merges)]).toEqual(['1.1.1', '1.2.2'])
  expect(history.at('9.9', merges)).toEqual({ kind: 'never' })
})

test('what lies in a grid lay before in what it was, or was cut out of', () => {
  expect(history.stretchesBefore('1.2.2.1')).toEqual([{ path: '1.1.2.1', until: moves }])
  expect(history.stretchesBefore('1.1.4')).toEqual([{ path: '1.1.1', until: splits }])
  expect(history.stretchesBefore('1.1.1')).toEqual([])
  expect(paths(history.all('2026-02-28'))).toEqual(['1', '1.1', '1.1.1', '1.1.2', '1.1.2.1', '1.1.3', '1.2', '1.2.1'])
})

test('is found by what it was ever called or numbered', () => {
  expect(paths(history.everCalled('格1.1.1'))).toEqual(['1.1.1'])
  expect(paths(history.everCalled('C1.1.3'))).toEqual(['1.1.3'])
})
