import { at, type Point } from '#platform/planar/common/point.ts'
import type { CuttingBuilding, CuttingCell } from './ground.ts'

const origin: Point = { x: 1_137_000_000, y: 347_600_000 }
/** About two hundred metres. */
const blockUnits = 20_000

/** What a made-up street is made of: for each cell, the homes of its buildings, row by row; 0 is a garage, -1 a gap. */
export interface StreetPlan {
  readonly columns: number
  readonly homes: readonly (readonly number[])[]
  /** Numbers from 0 to 1 by which corners are shaken; used over and over. */
  readonly shakes: readonly number[]
}

/** Grid `1` with crooked cells `1.1` …, each with buildings in rows of four, some of them wall to wall. */
export function madeUpStreet({ columns: most, homes, shakes }: StreetPlan): {
  cells: CuttingCell[]
  outline: readonly Point[]
} {
  const columns = Math.min(most, homes.length)
  const rows = Math.ceil(homes.length / columns)
  const shake = (i: number) => Math.round((at(shakes, i % shakes.length) - 0.5) * 0.3 * blockUnits)
  const corner = (column: number, row: number): Point => ({
    x: origin.x + column * blockUnits + shake(row * 31 + column * 17),
    y: origin.y + row * blockUnits + shake(row * 13 + column * 29 + 7),
  })
  const cells = homes.map((own, cell): CuttingCell => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    const ring = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)]
    return {
      ...{ path: `1.${cell + 1}`, name: `巷${cell + 1}`, matters: 0, isFixed: false, parts: [[ring]] },
      homes: own.reduce((sum, count) => sum + Math.max(0, count), 0),
      buildings: own.flatMap((count, slot) => (count < 0 ? [] : [buildingAt(cell, ring, slot, own.length, count)])),
    }
  })
  // Cells that are missing in the last row leave the outline with a step.
  const last = homes.length - (rows - 1) * columns
  const outline = [
    ...range(columns).map(i => corner(i, 0)),
    ...range(rows - 1).map(i => corner(columns, i)),
    ...range(columns - last).map(i => corner(columns - i, rows - 1)),
    corner(last, rows - 1),
    ...range(last).map(i => corner(last - i, rows)),
    ...range(rows).map(i => corner(0, rows - i)),
  ]
  return { cells, outline }
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

function buildingAt(cell: number, ring: readonly Point[], slot: number, of: number, homes: number): CuttingBuilding {
  const lines = Math.ceil(of / 4)
  const [across, up] = [0.08 + (slot % 4) * 0.22, 0.08 + (Math.floor(slot / 4) * 0.84) / lines]
  // Each third one reaches its neighbour's wall.
  const width = slot % 3 === 0 && slot % 4 < 3 ? 0.22 : 0.15
  const p = (share: number, height: number): Point => {
    const [a, b, c, d] = [at(ring, 0), at(ring, 1), at(ring, 2), at(ring, 3)]
    const on = (from: Point, to: Point, part: number) => ({
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    })
    const { x, y } = on(on(a, b, share), on(d, c, share), height)
    return { x: Math.round(x), y: Math.round(y) }
  }
  const height = 0.5 / lines
  return {
    ...{ id: `${cell}-${slot}`, name: `巷${cell + 1}第${slot + 1}栋`, homes },
    courtyardId: slot < 4 ? `院${cell}` : null,
    outline: [p(across, up), p(across + width, up), p(across + width, up + height), p(across, up + height)],
    place: p(across + width / 2, up + height / 2),
  }
}
