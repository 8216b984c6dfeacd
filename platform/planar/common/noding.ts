import { at, boxesMeet, boxOf, keyOf, type Point, samePoint, turn } from './point.ts'
import { type IndexedSegment, SegmentIndex } from './segment-index.ts'

export interface Segment<T> {
  readonly a: Point
  readonly b: Point
  readonly of: T
}

/** Which of two segments that fall together stays, or what both are together; `isReversed` when they run opposite ways. */
export type Prefer<T> = (a: T, b: T, isReversed: boolean) => T

/**
 * Cuts segments wherever two of them cross or touch, so that afterwards they meet in end points only. A
 * crossing is rounded to a whole point, which moves lines by less than a centimetre and may make a new
 * crossing; hence the rounds. Of segments that fall together `prefer` keeps one.
 */
export function nodeSegments<T>(segments: readonly Segment<T>[], prefer: Prefer<T>): Segment<T>[] {
  let current = withoutDoubles(segments, prefer)
  for (let round = 0; round < 20; round++) {
    const cuts = findCuts(current)
    if (cuts.size === 0) return current
    current = withoutDoubles(
      current.flatMap(segment => cutSegment(segment, cuts.get(segment) ?? [])),
      prefer,
    )
  }
  throw new Error('the lines still cross after twenty rounds of cutting')
}

function withoutDoubles<T>(segments: readonly Segment<T>[], prefer: Prefer<T>): Segment<T>[] {
  const byEnds = new Map<number, Map<number, Segment<T>>>()
  for (const segment of segments) {
    if (samePoint(segment.a, segment.b)) continue
    const low = Math.min(keyOf(segment.a), keyOf(segment.b))
    const high = Math.max(keyOf(segment.a), keyOf(segment.b))
    const row = byEnds.get(low) ?? new Map<number, Segment<T>>()
    byEnds.set(low, row)
    const other = row.get(high)
    row.set(high, other ? { ...other, of: prefer(other.of, segment.of, !samePoint(other.a, segment.a)) } : segment)
  }
  return [...byEnds.values()].flatMap(row => [...row.values()])
}

function findCuts<T>(segments: readonly Segment<T>[]): Map<Segment<T>, Point[]> {
  const index = new SegmentIndex<number>()
  const indexed: IndexedSegment<number>[] = segments.map(({ a, b }, i) => ({ a, b, of: i }))
  for (const segment of indexed) index.add(segment)
  const cuts = new Map<Segment<T>, Point[]>()
  const cut = (i: number, p: Point) => {
    const segment = at(segments, i)
    if (samePoint(p, segment.a) || samePoint(p, segment.b)) return
    const list = cuts.get(segment)
    if (list) list.push(p)
    else cuts.set(segment, [p])
  }
  for (const one of indexed) {
    const box = boxOf([one.a, one.b])
    for (const other of index.near(one.a, one.b)) {
      if (other.of <= one.of || !boxesMeet(box, boxOf([other.a, other.b]))) continue
      for (const p of meetings(one.a, one.b, other.a, other.b)) {
        cut(one.of, p)
        cut(other.of, p)
      }
    }
  }
  return cuts
}

/** Where two segments meet: a rounded crossing, or the ends of one that lie on the other. */
function meetings(a: Point, b: Point, c: Point, d: Point): Point[] {
  const abc = turn(a, b, c)
  const abd = turn(a, b, d)
  const cda = turn(c, d, a)
  const cdb = turn(c, d, b)
  if (abc * abd < 0 && cda * cdb < 0) {
    const share = cda / (cda - cdb)
    return [{ x: Math.round(a.x + share * (b.x - a.x)), y: Math.round(a.y + share * (b.y - a.y)) }]
  }
  const touching: Point[] = []
  if (abc === 0 && between(a, b, c)) touching.push(c)
  if (abd === 0 && between(a, b, d)) touching.push(d)
  if (cda === 0 && between(c, d, a)) touching.push(a)
  if (cdb === 0 && between(c, d, b)) touching.push(b)
  return touching
}

function between(a: Point, b: Point, p: Point): boolean {
  return (
    Math.min(a.x, b.x) <= p.x && p.x <= Math.max(a.x, b.x) && Math.min(a.y, b.y) <= p.y && p.y <= Math.max(a.y, b.y)
  )
}

function cutSegment<T>(segment: Segment<T>, cuts: readonly Point[]): Segment<T>[] {
  const { a, b } = segment
  const along = (p: Point) => (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)
  const stops = [a, ...[...cuts].sort((p, q) => along(p) - along(q)), b]
  return stops.slice(1).flatMap((stop, i) => {
    const start = at(stops, i)
    return samePoint(start, stop) ? [] : [{ a: start, b: stop, of: segment.of }]
  })
}
