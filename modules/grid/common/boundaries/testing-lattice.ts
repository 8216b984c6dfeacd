import type { Point } from '#platform/planar/common/point.ts'
import type { BoundaryCell } from './cell.ts'

// Crooked blocks for tests: neighbours share their corners, the parent runs through every corner of its rim.

const origin: Point = { x: 1_137_000_000, y: 347_600_000 }
/** About a hundred metres. */
export const blockUnits = 10_000

export const corner = (column: number, row: number): Point => ({
  x: origin.x + column * blockUnits,
  y: origin.y + row * blockUnits,
})

export const squareAt = (column: number, row: number, columns: number, rows: number): Point[] => [
  corner(column, row),
  corner(column + columns, row),
  corner(column + columns, row + rows),
  corner(column, row + rows),
]

/** Grid `1` and its children `1.1` …, numbered from the south-west along the rows. Seed 0 is straight. */
export function lattice({ columns, rows, seed }: { columns: number; rows: number; seed: number }) {
  const random = numbersFrom(seed)
  const shake = () => (seed === 0 ? 0 : Math.round((random() - 0.5) * 0.5 * blockUnits))
  const corners = Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_each, column): Point => {
      const { x, y } = corner(column, row)
      return { x: x + shake(), y: y + shake() }
    }),
  )
  const p = (column: number, row: number) => corners[row]![column]!
  const rim = [
    ...Array.from({ length: columns }, (_, i) => p(i, 0)),
    ...Array.from({ length: rows }, (_, i) => p(columns, i)),
    ...Array.from({ length: columns }, (_, i) => p(columns - i, rows)),
    ...Array.from({ length: rows }, (_, i) => p(0, rows - i)),
  ]
  const cells: BoundaryCell[] = [{ path: '1', parts: [[rim]] }]
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ring = [p(column, row), p(column + 1, row), p(column + 1, row + 1), p(column, row + 1)]
      cells.push({ path: `1.${row * columns + column + 1}`, parts: [[ring]] })
    }
  }
  return { cells, columns, rows, at: p }
}

/** Park and Miller's generator: enough for shaking corners, and the same everywhere. */
function numbersFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
