import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedParts, type LoadCell, piecesOf, unevenness } from './balance.ts'

/** A town of square cells, `columns` wide; neighbours share a side. */
function lattice(columns: number, loads: readonly number[]): LoadCell[] {
  const at = (i: number) => `1.${i + 1}`
  return loads.map((load, i) => {
    const [column, row] = [i % columns, Math.floor(i / columns)]
    const sides = [
      column > 0 ? i - 1 : -1,
      column < columns - 1 ? i + 1 : -1,
      i - columns,
      (row + 1) * columns + column,
    ].filter(one => one >= 0 && one < loads.length)
    return { path: at(i), name: at(i), load, neighbours: sides.map(at) }
  })
}

const partsOf = (cells: readonly LoadCell[], count: number) =>
  balancedParts(cells, count).map(part => cells.filter(({ path }) => part.cells.includes(path)))

describe('balanced cutting', () => {
  test('equal cells give equal parts', () => {
    const parts = balancedParts(lattice(4, new Array(16).fill(100)), 4)
    expect(parts.map(({ load }) => load)).toEqual([400, 400, 400, 400])
    expect(unevenness(parts)).toBe(1)
  })

  test('each cell is in one part, parts are in one piece, and no part is empty', () => {
    const towns = fc.record({
      columns: fc.integer({ min: 1, max: 6 }),
      loads: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 30 }),
      count: fc.integer({ min: 1, max: 8 }),
    })
    fc.assert(
      fc.property(towns, ({ columns, loads, count }) => {
        const cells = lattice(columns, loads)
        const parts = partsOf(cells, count)
        expect(
          parts
            .flat()
            .map(({ path }) => path)
            .sort(),
        ).toEqual(cells.map(({ path }) => path).sort())
        expect(parts).toHaveLength(Math.min(count, cells.length))
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0)
          expect(piecesOf(part)).toBe(1)
        }
      }),
    )
  })

  test('no cell on a border could change sides and make it more even', () => {
    const cells = lattice(
      6,
      Array.from({ length: 30 }, (_, i) => 40 + ((i * 37) % 160)),
    )
    const parts = balancedParts(cells, 5)
    expect(unevenness(parts)).toBeLessThan(1.15)
  })

  test('islands come to some part, more parts than cells are not made, nothing gives nothing', () => {
    const island: LoadCell = { path: '1.99', name: '岛', load: 50, neighbours: [] }
    const parts = balancedParts([...lattice(2, [10, 10, 10, 10]), island], 2)
    expect(parts.flatMap(({ cells }) => cells)).toContain('1.99')
    expect(balancedParts(lattice(2, [5, 5]), 9)).toHaveLength(2)
    expect(balancedParts([], 3)).toEqual([])
  })

  test('the same cells in another order give the same parts', () => {
    const cells = lattice(
      5,
      Array.from({ length: 20 }, (_, i) => (i * 53) % 210),
    )
    expect(balancedParts(cells.toReversed(), 3)).toEqual(balancedParts(cells, 3))
  })
})
