import { expect, test } from 'vitest'
import type { RawFile, RawShape } from '#modules/grid/office/index.ts'
import { guessColumns, readAddress, buildingUseOf } from '../../common/intake/columns.ts'
import { readItems } from './read-items.ts'

const ring = [
  [113.7, 34.7],
  [113.701, 34.7],
  [113.701, 34.701],
  [113.7, 34.7],
] as const
const shape = (row: number, said: Record<string, string>, parts: RawShape['parts'] = [[ring]]): RawShape => ({
  ...{ row, said, parts, name: '', code: '', path: '', parent: '', trouble: parts === null ? 'not-a-polygon' : null },
})
const file = (...shapes: RawShape[]): RawFile => ({ shapes, declared: null })
const cgcs = { name: 'cgcs2000' } as const

test('columns are guessed by what surveyors and map services call them, each for what the kind has', () => {
  expect(guessColumns('building', ['ID', 'MC', '坐落', '层数', 'building'])).toEqual({
    ...{ name: 'MC', address: '坐落', floors: '层数', use: 'building' },
  })
  expect(guessColumns('road', ['dlmc', '层数'])).toEqual({ name: 'dlmc' })
})

test.each([
  ['文化路12号', { street: '文化路', houseNumber: 12 }],
  ['文化路12号院3号楼', { street: '文化路', houseNumber: 12 }],
  ['经三路 8', { street: '经三路', houseNumber: 8 }],
  ['幸福院', null],
  ['12', null],
])('the address %s', (text, read) => {
  expect(readAddress(text)).toEqual(read)
})

test('a use in words of here or of OpenStreetMap; nothing said is a dwelling, an unknown word is asked about', () => {
  expect([buildingUseOf('居民楼'), buildingUseOf('Apartments'), buildingUseOf(''), buildingUseOf('飞船')]).toEqual([
    'dwelling',
    'dwelling',
    'dwelling',
    null,
  ])
})

test('rows of buildings become items with their facts, and each fault is told with its row', () => {
  const columns = { name: '名', address: '地址', floors: '层', use: '用途' }
  const good = { 名: '3号楼', 地址: '文化路12号', 层: '6', 用途: '住宅' }
  const { batch, faults } = readItems(
    'building',
    file(
      shape(1, good),
      shape(2, { 名: '无号' }),
      shape(3, { ...good, 层: '六' }),
      shape(4, { ...good, 用途: '飞船' }),
      shape(5, good, [[ring], [ring]]),
      shape(6, good, null),
      shape(7, good, [[[[Infinity, 0], ...ring]]]),
    ),
    cgcs,
    columns,
  )
  expect(batch?.items).toEqual([
    {
      ...{
        row: 1,
        name: '3号楼',
        address: '文化路12号',
        street: '文化路',
        houseNumber: 12,
        use: 'dwelling',
        floors: 6,
      },
      ...{ households: 0, courtyard: null, outline: ring },
    },
  ])
  expect(faults.map(({ row, trouble }) => [row, trouble])).toEqual([
    [2, 'no-address'],
    [3, 'no-number'],
    [4, 'unknown-use'],
    [5, 'several-parts'],
    [6, 'not-a-polygon'],
    [7, 'far-away'],
  ])
})

test('street and number may stand in columns of their own, and the address is put together', () => {
  const said = { 路: '文化路', 号: '12' }
  const { batch } = readItems('building', file(shape(1, said)), cgcs, { street: '路', number: '号' })
  expect(batch?.items).toMatchObject([{ address: '文化路12号', street: '文化路', houseNumber: 12, name: '文化路12号' }])
})

test('lines keep their runs, a courtyard drawn as an area becomes a place inside it', () => {
  const runs = [[[ring[0], ring[1]]], [[ring[1], ring[2]]]]
  const lines = readItems('river', file(shape(1, { n: '清水河' }, runs), shape(2, {}, runs)), cgcs, { name: 'n' })
  expect(lines.batch?.items).toMatchObject([
    { name: '清水河', street: '清水河', coordinates: runs.map(([run]) => run) },
  ])
  expect(lines.faults).toMatchObject([{ row: 2, trouble: 'no-name' }])
  const yards = readItems('courtyard', file(shape(1, { n: '幸福院' }), shape(2, { n: '点' }, [[[ring[1]]]])), cgcs, {
    name: 'n',
  })
  const [drawn, placed] = (yards.batch?.items ?? []) as { place: [number, number] }[]
  expect(drawn!.place[0]).toBeGreaterThan(113.7)
  expect(drawn!.place[0]).toBeLessThan(113.701)
  expect(placed).toMatchObject({ place: ring[1] })
})
