import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Named, placeLabels, touches, wrappings } from './labels.ts'

/** Every character as wide as it is high. */
const measure = (text: string, size: number) => [...text].length * size
const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const
const named = (key: string, text: string, x: number, y: number, side: number): Named => ({
  ...{ key, text, short: key, size: 3 },
  at: [x + side / 2, y + side / 2],
  rings: [square(x, y, side)],
})

test('a name that fits stands at its own place on one line', () => {
  expect(placeLabels([named('1', '和平社区', 0, 0, 40)], measure)).toMatchObject([
    { lines: ['和平社区'], at: [20, 20], size: 3, isShort: false },
  ])
})

test('a long name is broken or made smaller; where it still has no room its number stands for it', () => {
  const [long] = placeLabels([named('7', '和平社区五号网格（和平大道）', 0, 0, 27)], measure)
  expect(long!.lines).toEqual(['和平社区五号网格', '（和平大道）'])
  expect(placeLabels([named('7', '和平社区五号网格', 0, 0, 3)], measure)).toMatchObject([
    { lines: ['7'], isShort: true },
  ])
})

test('no two labels touch, each stays in its own ground, and the first of the list comes first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.nat(60), y: fc.nat(60), side: fc.integer({ min: 2, max: 30 }) }), { maxLength: 40 }),
      places => {
        const all = places.map(({ x, y, side }, i) => named(String(i), `网格名称${i}号`, x, y, side))
        const placed = placeLabels(all, measure)
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) expect(touches(a.box, b.box)).toBe(false)
          const { x, y, side } = places[Number(a.key)]!
          expect(a.at[0] >= x && a.at[0] <= x + side && a.at[1] >= y && a.at[1] <= y + side).toBe(true)
        }
        if (all.length > 0) expect(placed[0]?.key).toBe('0')
      },
    ),
  )
})

test('what is taken already is kept clear', () => {
  const taken = [{ left: 0, top: 0, right: 40, bottom: 40 }]
  expect(placeLabels([named('1', '和平社区', 5, 5, 20)], measure, taken)).toEqual([])
})

test('ways to break a name lose no character', () => {
  for (const text of ['东', '和平社区', '和平社区五号网格（和平大道）', 'East Village'])
    for (const way of wrappings(text)) expect(way.join('')).toBe(text)
})
