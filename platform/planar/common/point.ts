/**
 * Whole numbers of 1e-7 degree. All cutting and joining is done on these, so that a border shared by
 * two cells is the same in both, vertex for vertex, and no rounding can open a gap.
 */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export const unitsPerDegree = 1e7

export function fromDegrees([lon, lat]: readonly [number, number]): Point {
  return { x: Math.round(lon * unitsPerDegree), y: Math.round(lat * unitsPerDegree) }
}

export function toDegrees({ x, y }: Point): readonly [number, number] {
  return [x / unitsPerDegree, y / unitsPerDegree]
}

// Whole numbers of a degree all over the earth have 63 bits, a number holds 53. A key keeps the last 27 bits of the
// longitude and the last 26 of the latitude, so it is one of its kind within a window of 13.4 by 6.7 degrees, wherever
// that lies: more than any place that one system serves.
const acrossMask = 2 ** 27 - 1
const upMask = 2 ** 26 - 1

/** How far apart two points may lie and still have keys of their own. */
export const keyWindow = { across: acrossMask, up: upMask } as const

/** One number per point, for maps and sets. */
export function keyOf({ x, y }: Point): number {
  return (x & acrossMask) * 2 ** 26 + (y & upMask)
}

export function samePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

/** Twice the signed area of a, b, c: positive when c lies to the left of a→b. Exact for the sizes we meet. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

export function boxOf(points: Iterable<Point>): Box {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const { x, y } of points) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return { west, south, east, north }
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north
}

/** Twice the signed area; positive when the ring runs anticlockwise. The ring is open (first point not repeated). */
export function doubleArea(ring: readonly Point[]): number {
  const origin = ring[0]
  if (!origin) return 0
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = at(ring, i)
    const b = at(ring, (i + 1) % ring.length)
    // Relative to a corner, so that the products stay exact.
    sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
  return sum
}

/** Element `i` of a list that surely has one; `noUncheckedIndexedAccess` cannot know that. */
export function at<T>(list: ArrayLike<T>, i: number): T {
  const item = list[i]
  if (item === undefined) throw new Error(`no element ${i} among ${list.length}`)
  return item
}

export function inRing(ring: readonly Point[], p: Point): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = at(ring, i)
    const b = at(ring, j)
    if (a.y > p.y === b.y > p.y) continue
    const side = turn(a, b, p)
    if (side > 0 === b.y > a.y && side !== 0) inside = !inside
  }
  return inside
}

/** In the first ring and in none of the holes. */
export function inPolygon(rings: readonly (readonly Point[])[], p: Point): boolean {
  const [outer, ...holes] = rings
  return outer !== undefined && inRing(outer, p) && !holes.some(hole => inRing(hole, p))
}

/** Whether two closed segments have a point in common. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = turn(a, b, c)
  const abd = turn(a, b, d)
  const cda = turn(c, d, a)
  const cdb = turn(c, d, b)
  if (abc > 0 !== abd > 0 && abc !== 0 && abd !== 0 && cda > 0 !== cdb > 0 && cda !== 0 && cdb !== 0) return true
  return (
    (abc === 0 && onSegment(a, b, c)) ||
    (abd === 0 && onSegment(a, b, d)) ||
    (cda === 0 && onSegment(c, d, a)) ||
    (cdb === 0 && onSegment(c, d, b))
  )
}

/** For a point already known to be in line with a and b. */
function onSegment(a: Point, b: Point, p: Point): boolean {
  return (
    Math.min(a.x, b.x) <= p.x && p.x <= Math.max(a.x, b.x) && Math.min(a.y, b.y) <= p.y && p.y <= Math.max(a.y, b.y)
  )
}
