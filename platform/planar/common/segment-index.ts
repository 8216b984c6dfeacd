import { type Point } from './point.ts'

export interface IndexedSegment<T> {
  readonly a: Point
  readonly b: Point
  readonly of: T
}

/** 200 metres or so. */
const bucketUnits = 20_000
const rowSpan = 2 ** 24

/** Segments by square of the map, for "what is near here". */
export class SegmentIndex<T> {
  readonly #buckets = new Map<number, IndexedSegment<T>[]>()

  add(segment: IndexedSegment<T>): void {
    for (const key of bucketsOf(segment.a, segment.b, 0)) {
      const bucket = this.#buckets.get(key)
      if (bucket) bucket.push(segment)
      else this.#buckets.set(key, [segment])
    }
  }

  /** Each once, in the order in which they were added to their square. */
  near(a: Point, b: Point, reach = 0): Set<IndexedSegment<T>> {
    const found = new Set<IndexedSegment<T>>()
    for (const key of bucketsOf(a, b, reach)) {
      for (const segment of this.#buckets.get(key) ?? []) found.add(segment)
    }
    return found
  }

  /** The nearest one, looking at most about `rings` squares away. */
  nearest(p: Point, rings = 8): { readonly segment: IndexedSegment<T>; readonly distance: number } | null {
    for (let reach = 1; reach <= rings; reach *= 2) {
      const best = closest(p, this.near(p, p, reach * bucketUnits))
      // What lies in the looked-at squares may be further than something just outside of them.
      if (best && best.distance <= reach * bucketUnits) return best
    }
    return closest(p, this.near(p, p, rings * bucketUnits))
  }
}

function* bucketsOf(a: Point, b: Point, reach: number): Generator<number> {
  const west = Math.floor((Math.min(a.x, b.x) - reach) / bucketUnits)
  const east = Math.floor((Math.max(a.x, b.x) + reach) / bucketUnits)
  const south = Math.floor((Math.min(a.y, b.y) - reach) / bucketUnits)
  const north = Math.floor((Math.max(a.y, b.y) + reach) / bucketUnits)
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) yield x * rowSpan + y
}

function closest<T>(p: Point, segments: Iterable<IndexedSegment<T>>) {
  let best: { segment: IndexedSegment<T>; distance: number } | null = null
  for (const segment of segments) {
    const distance = distanceTo(p, segment.a, segment.b)
    if (!best || distance < best.distance) best = { segment, distance }
  }
  return best
}

/** In units of latitude. Good enough for "which street is nearest"; not used for cutting. */
export function distanceTo(p: Point, a: Point, b: Point): number {
  const squeeze = Math.cos((p.y / 1e7) * (Math.PI / 180))
  const dx = (b.x - a.x) * squeeze
  const dy = b.y - a.y
  const px = (p.x - a.x) * squeeze
  const py = p.y - a.y
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return Math.hypot(px - t * dx, py - t * dy)
}
