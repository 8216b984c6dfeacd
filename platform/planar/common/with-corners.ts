import { at, keyOf, type Point } from './point.ts'

/** The ring with those of the points as corners that lie within reach of one of its edges. */
export function withCorners(ring: readonly Point[], points: readonly Point[], reach: number): readonly Point[] {
  const own = new Set(ring.map(keyOf))
  const missing = points.filter(p => !own.has(keyOf(p)))
  if (missing.length === 0) return ring
  const after = ring.flatMap((a, i) => {
    const b = at(ring, (i + 1) % ring.length)
    const here = missing.flatMap(p => {
      const along = shareAlong(a, b, p, reach)
      return along === null ? [] : [{ p, along }]
    })
    return [a, ...here.sort((p, q) => p.along - q.along).map(({ p }) => p)]
  })
  return after.length === ring.length ? ring : after
}

/** How far along the edge the point lies, from 0 to 1, when it is within reach of its inside; else null. */
function shareAlong(a: Point, b: Point, p: Point, reach: number): number | null {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = Math.hypot(dx, dy)
  if (length === 0) return null
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (length * length)
  const beside = Math.abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length
  return along > 0 && along < 1 && beside <= reach ? along : null
}
