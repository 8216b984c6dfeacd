import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import { toDegrees, toUnits } from './units.ts'

/** Outlines of many polygons in flat arrays: 100 000 grids are a few arrays, not millions of objects. */
export interface Shapes {
  readonly count: number
  /** Where the rings of shape `i` begin in `ringStart`; one longer than `count`. */
  readonly firstRing: Int32Array
  /** Where the corners of a ring begin in `x` and `y`; one longer than the number of rings. */
  readonly ringStart: Int32Array
  /** 1 for a ring that begins a part of its shape, 0 for a hole in the part before. */
  readonly isOuter: Uint8Array
  readonly x: Int32Array
  readonly y: Int32Array
  /** Four per shape: west, south, east, north. */
  readonly boxes: Int32Array
}

export function buildShapes(polygons: readonly Polygon[]): Shapes {
  const ringsOf = polygons.map(ringsIn)
  const rings = ringsOf.flat()
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  const shapes = {
    count: polygons.length,
    firstRing: new Int32Array(polygons.length + 1),
    ringStart: new Int32Array(rings.length + 1),
    isOuter: Uint8Array.from(polygons.flatMap(outerMarks)),
    x: new Int32Array(corners),
    y: new Int32Array(corners),
    boxes: new Int32Array(polygons.length * 4),
  }
  let ring = 0
  let corner = 0
  for (const [shape, own] of ringsOf.entries()) {
    const from = corner
    for (const positions of own) {
      for (const [lon, lat] of positions) {
        shapes.x[corner] = toUnits(lon)
        shapes.y[corner] = toUnits(lat)
        corner++
      }
      shapes.ringStart[++ring] = corner
    }
    shapes.firstRing[shape + 1] = ring
    setBox(shapes, shape, from, corner)
  }
  return shapes
}

function ringsIn(polygon: Polygon): readonly (readonly Position[])[] {
  return polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()
}

function outerMarks(polygon: Polygon): number[] {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return parts.flatMap(rings => rings.map((_, ring) => (ring === 0 ? 1 : 0)))
}

function setBox({ x, y, boxes }: Shapes, shape: number, from: number, to: number): void {
  const box = [2 ** 31 - 1, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31)] as [number, number, number, number]
  for (let i = from; i < to; i++) {
    box[0] = Math.min(box[0], x[i]!)
    box[1] = Math.min(box[1], y[i]!)
    box[2] = Math.max(box[2], x[i]!)
    box[3] = Math.max(box[3], y[i]!)
  }
  boxes.set(box, shape * 4)
}

/**
 * Whether a place lies in a shape: crossings of a ray to the east, over all rings (holes and separate parts come out
 * right by counting). The rule for a place on a border does not depend on the direction in which the border was drawn,
 * so of two neighbours exactly one has it.
 */
export function contains({ firstRing, ringStart, x, y }: Shapes, shape: number, px: number, py: number): boolean {
  let isInside = false
  const lastRing = firstRing[shape + 1]!
  for (let ring = firstRing[shape]!; ring < lastRing; ring++) {
    const end = ringStart[ring + 1]!
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      const above = y[i]! > py
      if (above === y[j]! > py) continue
      const side = (x[i]! - x[j]!) * (py - y[j]!) - (px - x[j]!) * (y[i]! - y[j]!)
      if (above ? side > 0 : side < 0) isInside = !isInside
    }
  }
  return isInside
}

/** Square of the distance from a place to the nearest point of a shape's border, in units shrunk east-west by `shrink`. */
export function squaredDistanceToBorder(shapes: Shapes, shape: number, px: number, py: number, shrink: number): number {
  const { firstRing, ringStart, x, y } = shapes
  let least = Infinity
  for (let ring = firstRing[shape]!; ring < firstRing[shape + 1]!; ring++) {
    const end = ringStart[ring + 1]!
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      const ax = (x[j]! - px) * shrink
      const ay = y[j]! - py
      const dx = (x[i]! - x[j]!) * shrink
      const dy = y[i]! - y[j]!
      const length = dx * dx + dy * dy
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
      least = Math.min(least, (ax + t * dx) ** 2 + (ay + t * dy) ** 2)
    }
  }
  return least
}

/** Centre of gravity of a shape, in units. Falls back to the middle of the box when the area is nothing. */
export function centroid({ firstRing, ringStart, x, y, boxes }: Shapes, shape: number): [x: number, y: number] {
  const originX = boxes[shape * 4]!
  const originY = boxes[shape * 4 + 1]!
  let area = 0
  let sumX = 0
  let sumY = 0
  for (let ring = firstRing[shape]!; ring < firstRing[shape + 1]!; ring++) {
    const end = ringStart[ring + 1]!
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      const ax = x[j]! - originX
      const ay = y[j]! - originY
      const bx = x[i]! - originX
      const by = y[i]! - originY
      const cross = ax * by - bx * ay
      area += cross
      sumX += (ax + bx) * cross
      sumY += (ay + by) * cross
    }
  }
  if (area === 0) return [(originX + boxes[shape * 4 + 2]!) / 2, (originY + boxes[shape * 4 + 3]!) / 2]
  return [originX + sumX / (3 * area), originY + sumY / (3 * area)]
}

/** A shape as GeoJSON coordinates of a MultiPolygon, for tiles. */
export function partsOfShape(
  { firstRing, ringStart, isOuter, x, y }: Shapes,
  shape: number,
): [lon: number, lat: number][][][] {
  const parts: [number, number][][][] = []
  for (let ring = firstRing[shape]!; ring < firstRing[shape + 1]!; ring++) {
    const positions: [number, number][] = []
    for (let i = ringStart[ring]!; i < ringStart[ring + 1]!; i++) positions.push([toDegrees(x[i]!), toDegrees(y[i]!)])
    if (isOuter[ring] === 1) parts.push([positions])
    else parts.at(-1)?.push(positions)
  }
  return parts
}
