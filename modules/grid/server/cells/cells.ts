import Flatbush from 'flatbush'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { buildShapes, centroid, contains, type Shapes, squaredDistanceToBorder } from './shapes.ts'
import { toDegrees } from './units.ts'

/**
 * The grids as shapes that can be asked. The lowest grids (leaves) have an index of their own: nearly every question
 * ends there, and their outlines are short.
 */
export class Cells {
  readonly shapes: Shapes
  readonly #leaves: Int32Array
  readonly #leafBoxes: Flatbush | null
  readonly #allBoxes: Flatbush | null
  readonly #centres: Flatbush | null
  readonly #centreX: Float64Array
  readonly #centreY: Float64Array
  readonly #levels: Uint8Array
  /** A degree of longitude is shorter than one of latitude; this is how much, here. */
  readonly #shrink: number

  constructor(polygons: readonly Polygon[], levels: readonly number[], isLeaf: readonly boolean[]) {
    this.shapes = buildShapes(polygons)
    this.#levels = Uint8Array.from(levels)
    this.#leaves = Int32Array.from(isLeaf.flatMap((leaf, shape) => (leaf ? [shape] : [])))
    this.#leafBoxes = boxIndex(this.shapes, this.#leaves)
    this.#allBoxes = boxIndex(this.shapes, polygons.keys())
    this.#shrink = Math.cos((toDegrees(this.shapes.boxes[1] ?? 0) * Math.PI) / 180)
    this.#centreX = new Float64Array(polygons.length)
    this.#centreY = new Float64Array(polygons.length)
    for (const shape of polygons.keys()) {
      const [x, y] = centroid(this.shapes, shape)
      this.#centreX[shape] = x * this.#shrink
      this.#centreY[shape] = y
    }
    this.#centres = pointIndex(this.#centreX, this.#centreY)
  }

  /**
   * The lowest cell that has the place, or -1. Where the outlines of neighbours leave a crack of a centimetre (a corner
   * of one in the middle of the other's edge, rounded), the nearest of them has it: no place falls between two grids.
   */
  cellAt(x: number, y: number): number {
    const leaf = this.#leafAt(x, y)
    if (leaf >= 0) return leaf
    const above = this.#deepestAt(x, y)
    return above < 0 ? -1 : this.#nearestLeaf(x, y, above)
  }

  /** Every cell whose box touches the given one, in no order. */
  touching(west: number, south: number, east: number, north: number): number[] {
    return this.#allBoxes?.search(west, south, east, north) ?? []
  }

  /** Cells by the distance of their centres from the centre of `from` (or from a place, for a place in no cell). */
  nearestTo(from: number | { readonly x: number; readonly y: number }, limit: number): number[] {
    const [x, y] =
      typeof from === 'number' ? [this.#centreX[from]!, this.#centreY[from]!] : [from.x * this.#shrink, from.y]
    return this.#centres?.neighbors(x, y, limit) ?? []
  }

  #leafAt(x: number, y: number): number {
    let found = -1
    this.#leafBoxes?.collides(x, y, x, y, item => {
      const shape = this.#leaves[item]!
      if (!contains(this.shapes, shape, x, y)) return false
      found = shape
      return true
    })
    return found
  }

  #deepestAt(x: number, y: number): number {
    const inside = this.touching(x, y, x, y).filter(shape => contains(this.shapes, shape, x, y))
    return inside.reduce((best, shape) => (best < 0 || this.#levels[shape]! > this.#levels[best]! ? shape : best), -1)
  }

  /** Ninety units of latitude are one metre. A gap wider than that is no crack, and the grid above has the place. */
  #nearestLeaf(x: number, y: number, otherwise: number): number {
    const metre = 90
    const reach = metre / this.#shrink
    const items = this.#leafBoxes?.search(x - reach, y - metre, x + reach, y + metre) ?? []
    let nearest = otherwise
    let least = metre * metre
    for (const item of items) {
      const shape = this.#leaves[item]!
      const distance = squaredDistanceToBorder(this.shapes, shape, x, y, this.#shrink)
      if (distance > least) continue
      least = distance
      nearest = shape
    }
    return nearest
  }
}

function boxIndex({ boxes }: Shapes, which: Iterable<number>): Flatbush | null {
  const shapes = [...which]
  if (shapes.length === 0) return null
  const index = new Flatbush(shapes.length, 16, Int32Array)
  for (const shape of shapes) {
    index.add(boxes[shape * 4]!, boxes[shape * 4 + 1]!, boxes[shape * 4 + 2]!, boxes[shape * 4 + 3]!)
  }
  index.finish()
  return index
}

function pointIndex(x: Float64Array, y: Float64Array): Flatbush | null {
  if (x.length === 0) return null
  const index = new Flatbush(x.length)
  for (let i = 0; i < x.length; i++) index.add(x[i]!, y[i]!, x[i]!, y[i]!)
  index.finish()
  return index
}
