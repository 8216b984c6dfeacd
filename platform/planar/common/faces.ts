import { at, doubleArea, keyOf, type Point, turn } from './point.ts'
import type { Segment } from './noding.ts'

/** Faces by number; `outside` stands for everything around. */
export const outside = -1

export interface Border<T> {
  readonly a: Point
  readonly b: Point
  readonly of: T
  /** The face on the left of a→b, and the one on the right. */
  readonly left: number
  readonly right: number
}

export interface Plane<T> {
  /** Anticlockwise rings. */
  readonly faces: readonly (readonly Point[])[]
  readonly borders: readonly Border<T>[]
}

export interface NetworkPlane<T> extends Plane<T> {
  /** Clockwise: the outlines of the parts that hang together, seen from outside. */
  readonly outlines: readonly (readonly Point[])[]
}

/** The faces of a network without dead ends, found by always keeping to the left wall. */
export function facesOf<T>(segments: readonly Segment<T>[]): NetworkPlane<T> {
  // Half-edge 2i runs a→b, 2i+1 runs b→a.
  const start = (half: number) => (half % 2 === 0 ? at(segments, half >> 1).a : at(segments, half >> 1).b)
  const end = (half: number) => start(half ^ 1)
  const next = nextHalves(segments.length, start, end)

  const faceOf = new Int32Array(segments.length * 2).fill(-2)
  const faces: Point[][] = []
  const outlines: Point[][] = []
  for (let half = 0; half < faceOf.length; half++) {
    if (faceOf[half] !== -2) continue
    const ring: Point[] = []
    const walked: number[] = []
    for (let step = half; faceOf[step] === -2; step = at(next, step)) {
      faceOf[step] = outside
      walked.push(step)
      ring.push(start(step))
    }
    if (doubleArea(ring) <= 0) {
      outlines.push(ring)
      continue
    }
    for (const step of walked) faceOf[step] = faces.length
    faces.push(ring)
  }
  const borders = segments.map((segment, i) => ({
    ...segment,
    left: at(faceOf, 2 * i),
    right: at(faceOf, 2 * i + 1),
  }))
  return { faces, borders, outlines }
}

/** For each half-edge the one that follows along the same face: the first to the left of turning back. */
function nextHalves(count: number, start: (half: number) => Point, end: (half: number) => Point): Int32Array {
  const leaving = new Map<number, number[]>()
  for (let half = 0; half < count * 2; half++) {
    const key = keyOf(start(half))
    const list = leaving.get(key)
    if (list) list.push(half)
    else leaving.set(key, [half])
  }
  const next = new Int32Array(count * 2)
  for (const halves of leaving.values()) {
    halves.sort((a, b) => compareDirections(start(a), end(a), end(b)))
    halves.forEach((half, i) => {
      // Arriving by the opposite of `half`, the wall on the left leads on to the next one clockwise.
      next[half ^ 1] = at(halves, (i + halves.length - 1) % halves.length)
    })
  }
  return next
}

/** Anticlockwise from due east, without angles, so that it is exact. */
function compareDirections(from: Point, a: Point, b: Point): number {
  const halfA = isUpper(from, a) ? 0 : 1
  const halfB = isUpper(from, b) ? 0 : 1
  return halfA - halfB || -Math.sign(turn(from, a, b))
}

function isUpper(from: Point, to: Point): boolean {
  return to.y > from.y || (to.y === from.y && to.x > from.x)
}
