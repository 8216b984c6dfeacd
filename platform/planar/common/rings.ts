import { at, doubleArea, inRing, keyOf, type Point, turn } from './point.ts'

/** From `from` to `to`, with the inside on its left. */
export interface DirectedEdge {
  readonly from: Point
  readonly to: Point
}

/** An outer ring, anticlockwise, then its holes, clockwise. Rings are open: the first point is not repeated. */
export type PolygonRings = readonly (readonly Point[])[]

/**
 * The edges that are left when each pair a→b, b→a is struck out: the outline of a union of cells whose
 * common borders run through the same points.
 */
export function outlineOf(edges: Iterable<DirectedEdge>): DirectedEdge[] {
  const left = new Map<number, Map<number, DirectedEdge>>()
  for (const edge of edges) {
    const from = keyOf(edge.from)
    const to = keyOf(edge.to)
    const back = left.get(to)
    if (back?.delete(from)) {
      if (back.size === 0) left.delete(to)
      continue
    }
    const out = left.get(from)
    if (out) out.set(to, edge)
    else left.set(from, new Map([[to, edge]]))
  }
  return [...left.values()].flatMap(out => [...out.values()])
}

/** Closed simple rings from an outline: where a figure touches itself in a point, it falls into rings that do not. */
export function traceRings(edges: readonly DirectedEdge[]): Point[][] {
  const out = new Map<number, DirectedEdge[]>()
  for (const edge of edges) {
    const key = keyOf(edge.from)
    const list = out.get(key)
    if (list) list.push(edge)
    else out.set(key, [edge])
  }
  const rings: Point[][] = []
  for (const list of out.values()) {
    while (list.length > 0) walk(at(list, 0), out, rings)
  }
  return rings
}

/**
 * Follows the outline, at each crossing by the sharpest left turn, so that parts which only touch stay
 * apart. A loop is cut off as soon as it closes, so that a hole which touches its ring is a hole.
 */
function walk(first: DirectedEdge, out: Map<number, DirectedEdge[]>, rings: Point[][]): void {
  const path: Point[] = []
  const places = new Map<number, number>()
  let edge = first
  while (true) {
    const key = keyOf(edge.from)
    places.set(key, path.length)
    path.push(edge.from)
    const here = out.get(key) ?? []
    here.splice(here.indexOf(edge), 1)

    const start = places.get(keyOf(edge.to))
    if (start !== undefined) {
      const loop = path.splice(start)
      for (const p of loop) places.delete(keyOf(p))
      rings.push(loop)
      if (path.length === 0) return
    }
    edge = sharpestLeft(edge, out.get(keyOf(edge.to)) ?? [])
  }
}

function sharpestLeft(arriving: DirectedEdge, choices: readonly DirectedEdge[]): DirectedEdge {
  const [first, ...others] = choices
  if (!first) throw new Error('an outline that does not close')
  let best = first
  for (const other of others) if (isFurtherLeft(arriving, other.to, best.to)) best = other
  return best
}

/** Whether leaving towards `a` bends more to the left than leaving towards `b`. */
function isFurtherLeft(arriving: DirectedEdge, a: Point, b: Point): boolean {
  const leftA = turn(arriving.from, arriving.to, a) >= 0
  const leftB = turn(arriving.from, arriving.to, b) >= 0
  if (leftA !== leftB) return leftA
  return turn(arriving.to, b, a) > 0
}

/** Sorts rings into polygons: each anticlockwise ring with the clockwise rings that lie in it. */
export function toPolygons(rings: readonly (readonly Point[])[]): PolygonRings[] {
  const outers = rings.filter(ring => doubleArea(ring) > 0).sort((a, b) => doubleArea(a) - doubleArea(b))
  const polygons = outers.map(outer => [outer])
  for (const hole of rings.filter(ring => doubleArea(ring) < 0)) {
    // Outers are in order of size, so the first that holds it is the one right around it.
    const home = polygons.find(([outer]) => outer !== undefined && holds(outer, hole))
    if (!home) throw new Error('a hole outside every ring')
    home.push(hole)
  }
  return polygons.reverse()
}

/** A hole may touch its ring in a point, so the answer is that of the first corner that is not on the ring. */
function holds(outer: readonly Point[], hole: readonly Point[]): boolean {
  const corners = new Set(outer.map(keyOf))
  const probe = hole.find(p => !corners.has(keyOf(p)))
  if (probe) return inRing(outer, probe)
  const a = at(hole, 0)
  const b = at(hole, 1)
  return inRing(outer, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
}

/** The edges of polygons, inside on the left. */
export function* edgesOf(polygons: Iterable<PolygonRings>): Generator<DirectedEdge> {
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) yield { from: at(ring, i), to: at(ring, (i + 1) % ring.length) }
    }
  }
}
