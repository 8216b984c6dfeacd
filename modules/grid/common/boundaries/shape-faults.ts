import { at, keyOf, type Point, samePoint, turn } from '#platform/planar/common/point.ts'
import type { BoundaryCell } from './cell.ts'

interface Edge {
  readonly a: Point
  readonly b: Point
  readonly ring: number
  readonly place: number
  readonly size: number
  readonly west: number
  readonly east: number
}

/** Whether an outline has no ground at all: fewer than three corners, or all of them in line. */
export function hasNoGround({ parts }: BoundaryCell): boolean {
  return parts.length === 0 || parts.some(([outer]) => !outer || outer.length < 3 || isFlat(outer))
}

/** All corners in one line. The area alone does not tell: of a bow the two halves count against one another. */
function isFlat(ring: readonly Point[]): boolean {
  const first = at(ring, 0)
  const other = ring.find(p => !samePoint(p, first))
  return other === undefined || ring.every(p => turn(first, other, p) === 0)
}

/** Of one outline; one with more is a file that went wrong as a whole. */
const mostCrossings = 50

/**
 * Every place where an outline crosses or touches itself, or runs back over itself. Rings of one grid may meet in a
 * corner, as a hole that touches the border from inside does.
 */
export function selfCrossings({ parts }: BoundaryCell): readonly Point[] {
  const found = new Map<number, Point>()
  const edges = edgesOf(parts.flat()).sort((a, b) => a.west - b.west)
  let active: Edge[] = []
  for (const edge of edges) {
    active = active.filter(other => other.east >= edge.west)
    for (const other of active) {
      const meeting = faultyMeeting(edge, other)
      if (meeting) found.set(keyOf(meeting), meeting)
    }
    if (found.size >= mostCrossings) break
    active.push(edge)
  }
  return [...found.values()]
}

function edgesOf(rings: readonly (readonly Point[])[]): Edge[] {
  return rings.flatMap((points, ring) =>
    points.map((a, place) => {
      const b = at(points, (place + 1) % points.length)
      return { a, b, ring, place, size: points.length, west: Math.min(a.x, b.x), east: Math.max(a.x, b.x) }
    }),
  )
}

function faultyMeeting(one: Edge, other: Edge): Point | null {
  if (Math.max(one.a.y, one.b.y) < Math.min(other.a.y, other.b.y)) return null
  if (Math.max(other.a.y, other.b.y) < Math.min(one.a.y, one.b.y)) return null
  const shared = [one.a, one.b].filter(p => samePoint(p, other.a) || samePoint(p, other.b))
  if (shared.length === 2) return one.a
  if (shared.length === 1) return meetingAtCorner(one, other, at(shared, 0))
  return crossing(one, other)
}

function meetingAtCorner(one: Edge, other: Edge, corner: Point): Point | null {
  const far = samePoint(one.a, corner) ? one.b : one.a
  const farOther = samePoint(other.a, corner) ? other.b : other.a
  const runsBack = turn(corner, far, farOther) === 0 && isSameWay(corner, far, farOther)
  if (runsBack) return corner
  if (one.ring !== other.ring) return null
  const steps = Math.abs(one.place - other.place)
  return steps === 1 || steps === one.size - 1 ? null : corner
}

function isSameWay(from: Point, a: Point, b: Point): boolean {
  return (a.x - from.x) * (b.x - from.x) + (a.y - from.y) * (b.y - from.y) > 0
}

function crossing({ a, b }: Edge, { a: c, b: d }: Edge): Point | null {
  const abc = turn(a, b, c)
  const abd = turn(a, b, d)
  const cda = turn(c, d, a)
  const cdb = turn(c, d, b)
  if (abc * abd < 0 && cda * cdb < 0) {
    const share = cda / (cda - cdb)
    return { x: Math.round(a.x + share * (b.x - a.x)), y: Math.round(a.y + share * (b.y - a.y)) }
  }
  if (abc === 0 && isBetween(a, b, c)) return c
  if (abd === 0 && isBetween(a, b, d)) return d
  if (cda === 0 && isBetween(c, d, a)) return a
  return cdb === 0 && isBetween(c, d, b) ? b : null
}

function isBetween(a: Point, b: Point, p: Point): boolean {
  return (p.x - a.x) * (p.x - b.x) <= 0 && (p.y - a.y) * (p.y - b.y) <= 0
}
