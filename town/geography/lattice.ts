import type { Random } from './geography.ts'
import { demoCentre } from './open-data/move.ts'
import { type Border, outside, type Plane } from '#platform/planar/common/faces.ts'
import { at, fromDegrees, type Point } from '#platform/planar/common/point.ts'

export interface LatticeSize {
  readonly columns: number
  readonly rows: number
  readonly cellMetres: number
}

export interface Rectangle {
  readonly column: number
  readonly row: number
  readonly columns: number
  readonly rows: number
}

export interface Lattice {
  readonly plane: Plane<null>
  corner(column: number, row: number): Point
}

const metresPerUnit = 0.0111195

/** Blocks between crooked streets, for sizes that need no real ground. Neighbours share their corners. */
export function makeLattice({ columns, rows, cellMetres }: LatticeSize, random: Random): Lattice {
  const stepUp = Math.round(cellMetres / metresPerUnit)
  const stepAcross = Math.round(stepUp / Math.cos((demoCentre.lat * Math.PI) / 180))
  const centre = fromDegrees([demoCentre.lon, demoCentre.lat])
  const jitter = (step: number) => Math.round((random() - 0.5) * 0.3 * step)
  const corners: Point[] = []
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const x = centre.x + Math.round((column - columns / 2) * stepAcross) + jitter(stepAcross)
      const y = centre.y - Math.round((row - rows / 2) * stepUp) + jitter(stepUp)
      corners.push({ x, y })
    }
  }
  const corner = (column: number, row: number) => at(corners, row * (columns + 1) + column)
  const face = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? outside : row * columns + column
  const faces: Point[][] = []
  const borders: Border<null>[] = []
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      if (column < columns && row < rows) {
        faces.push([corner(column, row + 1), corner(column + 1, row + 1), corner(column + 1, row), corner(column, row)])
      }
      if (column < columns) {
        const [a, b] = [corner(column, row), corner(column + 1, row)]
        borders.push({ a, b, of: null, left: face(column, row - 1), right: face(column, row) })
      }
      if (row < rows) {
        const [a, b] = [corner(column, row + 1), corner(column, row)]
        borders.push({ a, b, of: null, left: face(column - 1, row), right: face(column, row) })
      }
    }
  }
  return { plane: { faces, borders }, corner }
}

/** Any number of rectangles from one, of about equal size. */
export function splitRectangle(rectangle: Rectangle, count: number): Rectangle[] {
  if (count === 1) return [rectangle]
  const first = count >> 1
  const { column, row, columns, rows } = rectangle
  const isWide = columns >= rows
  const length = isWide ? columns : rows
  const cut = Math.min(length - 1, Math.max(1, Math.round((length * first) / count)))
  const near = isWide ? { ...rectangle, columns: cut } : { ...rectangle, rows: cut }
  const far = isWide
    ? { ...rectangle, column: column + cut, columns: columns - cut }
    : { ...rectangle, row: row + cut, rows: rows - cut }
  return [...splitRectangle(near, first), ...splitRectangle(far, count - first)]
}

/** By face, the number of the rectangle that it lies in. */
export function labelRectangles(columns: number, rows: number, rectangles: readonly Rectangle[]): Int32Array {
  const labels = new Int32Array(columns * rows)
  rectangles.forEach((rectangle, i) => {
    for (let row = rectangle.row; row < rectangle.row + rectangle.rows; row++) {
      labels.fill(i, row * columns + rectangle.column, row * columns + rectangle.column + rectangle.columns)
    }
  })
  return labels
}

export function shareOf(p: Point, q: Point, share: number): Point {
  return { x: Math.round(p.x + (q.x - p.x) * share), y: Math.round(p.y + (q.y - p.y) * share) }
}
