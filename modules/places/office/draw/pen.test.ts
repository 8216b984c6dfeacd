import { expect, test } from 'vitest'
import { cornersOf, drawingOf, runsIn, withCorner, withoutLast } from './pen.ts'

test('corners are read line by line, with an empty line between runs, and written the same', () => {
  const text = '113.7,34.7\n113.8，34.7\n\n\n113.9 34.8\n114,34.8\n'
  const runs = [
    [
      [113.7, 34.7],
      [113.8, 34.7],
    ],
    [
      [113.9, 34.8],
      [114, 34.8],
    ],
  ] as const
  expect(runsIn(text)).toEqual(runs)
  expect(runsIn(cornersOf(runs))).toEqual(runs)
  expect(runsIn('')).toEqual([])
})

test.each(['113.7', '113.7,34.7,5', '东,西'])('%s is no corner', text => {
  expect(runsIn(`113.7,34.7\n${text}`)).toBeNull()
})

test('a corner is put at the end and taken away again; an area is drawn from its third corner on', () => {
  const two = withCorner(withCorner('', [113.7, 34.7]), [113.8, 34.7])
  expect(two).toBe('113.7000000,34.7000000\n113.8000000,34.7000000')
  expect(withoutLast(two)).toBe('113.7000000,34.7000000')
  expect(withoutLast('113.7,34.7')).toBe('')
  const pen = (corners: string) => ({ id: null, facts: {}, corners })
  expect(drawingOf(pen(''), true)).toEqual([])
  expect(drawingOf(pen(two), true)).toMatchObject([{ id: 'pen-corners' }])
  expect(drawingOf(pen(two), false)).toMatchObject([{ id: 'pen', shape: { type: 'MultiLineString' } }, {}])
  expect(drawingOf(pen(withCorner(two, [113.8, 34.8])), true)).toMatchObject([{ shape: { type: 'MultiPolygon' } }, {}])
})
