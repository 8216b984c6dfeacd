import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withhold } from './suppression.ts'

const names = (count: number) => Array.from({ length: count }, (_, i) => String(i))
const table = (cells: number[][]) => ({ rows: names(cells.length), columns: names(cells[0]?.length ?? 0), cells })

test('small counts go, and what they could be worked out from goes with them; nought tells of nobody', () => {
  const kept = withhold(
    table([
      [3, 20, 40],
      [30, 25, 50],
      [0, 60, 70],
    ]),
    5,
  )
  expect(kept).toEqual([
    [null, null, 40],
    [null, null, 50],
    [0, 60, 70],
  ])
})

test('no line with its total gives a small count away', () => {
  const anyTable = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  fc.assert(
    fc.property(anyTable, cells => {
      const kept = withhold(table(cells), 5)
      const lines = [...kept, ...cells[0]!.map((_, c) => kept.map(row => row[c]!))]
      const counts = [...cells, ...cells[0]!.map((_, c) => cells.map(row => row[c]!))]
      for (const [i, line] of lines.entries()) {
        for (const shown of line) if (shown !== null) expect(shown === 0 || shown >= 5).toBe(true)
        // One hole in a line is worked out from its total, unless all else there is nought: then the total is the count.
        const holes = line.filter(one => one === null).length
        if (holes === 1) expect(counts[i]!.filter(count => count > 0)).toHaveLength(1)
      }
    }),
  )
})
