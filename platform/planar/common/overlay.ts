import { facesOf, type NetworkPlane, outside } from './faces.ts'
import { nodeSegments, type Prefer, type Segment } from './noding.ts'
import { at, doubleArea, inPolygon, inRing, keyOf, type Point } from './point.ts'
import { type DirectedEdge, type PolygonRings, toPolygons, traceRings } from './rings.ts'

export interface Overlay<T> {
  /** A part of the network that lies within a face of another has that face on its outer side. */
  readonly plane: NetworkPlane<T>
  /** By face: its ring and the holes that such parts cut into it. */
  readonly polygons: readonly PolygonRings[]
}

/** Lines that may cross and touch, cut into faces. Dead ends are left out. */
export function overlay<T>(segments: readonly Segment<T>[], prefer: Prefer<T>): Overlay<T> {
  return facesWithHoles(withoutDeadEnds(nodeSegments(segments, prefer)))
}

/** As `overlay`, for segments that already meet in end points only and have no dead ends. */
export function facesWithHoles<T>(segments: readonly Segment<T>[]): Overlay<T> {
  const plane = facesOf(segments)
  const polygons = plane.faces.map(ring => [ring])
  const islands = new Map<string, number>()
  const bySize = [...plane.faces.keys()].sort((a, b) => doubleArea(at(plane.faces, a)) - doubleArea(at(plane.faces, b)))
  for (const outline of plane.outlines) {
    // Parts of the network do not touch one another, so any corner tells in which face a part lies; its own faces are
    // out of the question because all of its corners lie on their rings or outside.
    const own = new Set(outline.map(keyOf))
    const around = bySize.find(face => {
      const ring = at(plane.faces, face)
      return !ring.some(p => own.has(keyOf(p))) && inRing(ring, at(outline, 0))
    })
    if (around === undefined || doubleArea(outline) >= 0) continue
    at(polygons, around).push(outline)
    for (const [i, a] of outline.entries()) islands.set(wayOf(a, at(outline, (i + 1) % outline.length)), around)
  }
  const borders = plane.borders.map(border => ({
    ...border,
    left: border.left === outside ? (islands.get(wayOf(border.a, border.b)) ?? outside) : border.left,
    right: border.right === outside ? (islands.get(wayOf(border.b, border.a)) ?? outside) : border.right,
  }))
  return { plane: { ...plane, borders }, polygons }
}

const wayOf = (from: Point, to: Point) => `${keyOf(from)} ${keyOf(to)}`

function withoutDeadEnds<T>(segments: readonly Segment<T>[]): Segment<T>[] {
  let kept = [...segments]
  while (true) {
    const ends = new Map<number, number>()
    for (const { a, b } of kept) for (const p of [a, b]) ends.set(keyOf(p), (ends.get(keyOf(p)) ?? 0) + 1)
    const next = kept.filter(({ a, b }) => ends.get(keyOf(a))! > 1 && ends.get(keyOf(b))! > 1)
    if (next.length === kept.length) return kept
    kept = next
  }
}

/** Some faces of a plane taken together: their outline as polygons, without the borders between them. */
export function joinFaces<T>({ borders }: NetworkPlane<T>, isTaken: (face: number) => boolean): PolygonRings[] {
  const taken = (face: number) => face !== outside && isTaken(face)
  const edges: DirectedEdge[] = []
  for (const { a, b, left, right } of borders) {
    if (taken(left) && !taken(right)) edges.push({ from: a, to: b })
    if (taken(right) && !taken(left)) edges.push({ from: b, to: a })
  }
  return toPolygons(traceRings(edges))
}

/** Two figures laid over each other; `keep` says which of the pieces are wanted. */
export function combine(
  one: readonly PolygonRings[],
  other: readonly PolygonRings[],
  keep: (inOne: boolean, inOther: boolean) => boolean,
): PolygonRings[] {
  const segments = [...segmentsOf(one), ...segmentsOf(other)]
  const { plane, polygons } = overlay(segments, a => a)
  const taken = polygons.map(polygon => {
    const p = pointWithin(polygon)
    return keep(inAny(one, p), inAny(other, p))
  })
  return joinFaces(plane, face => taken[face] === true)
}

export function inAny(parts: readonly PolygonRings[], p: Point): boolean {
  return parts.some(part => inPolygon(part, p))
}

function* segmentsOf(parts: readonly PolygonRings[]): Generator<Segment<null>> {
  for (const ring of parts.flat()) {
    for (let i = 0; i < ring.length; i++) yield { a: at(ring, i), b: at(ring, (i + 1) % ring.length), of: null }
  }
}

/**
 * A point strictly inside, however thin the figure is, so not a whole one: in the widest stretch of some line that runs
 * between two rows of whole points.
 */
export function pointWithin(polygon: PolygonRings): Point {
  const outer = at(polygon, 0)
  const origin = at(outer, 0)
  const ys = [...new Set(outer.map(p => p.y))].sort((a, b) => a - b)
  let best = { width: -1, p: origin }
  // A few lines are enough for the widest; each crosses the whole figure.
  const step = Math.max(1, Math.floor(ys.length / 8))
  for (let i = 0; i + 1 < ys.length; i += step) {
    const y = Math.floor((at(ys, i) + at(ys, i + 1)) / 2) + 0.5
    const found = widestStretch(polygon, y, origin)
    if (found && found.width > best.width) best = found
  }
  return best.p
}

function widestStretch(polygon: PolygonRings, y: number, origin: Point) {
  const xs: number[] = []
  for (const ring of polygon) {
    for (let i = 0; i < ring.length; i++) {
      const a = at(ring, i)
      const b = at(ring, (i + 1) % ring.length)
      // Counted from a corner, so that no digits are lost to the large numbers of the earth.
      if (a.y > y !== b.y > y) xs.push(a.x - origin.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    }
  }
  xs.sort((a, b) => a - b)
  let best: { width: number; p: Point } | null = null
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const width = at(xs, i + 1) - at(xs, i)
    if (!best || width > best.width) best = { width, p: { x: origin.x + at(xs, i) + width / 2, y } }
  }
  return best
}
