import { at, boxOf, inPolygon, keyOf, type Point } from './point.ts'
import type { PolygonRings } from './rings.ts'

/** The mean of the corners when that lies inside, else the middle of the widest stretch half-way up. */
export function placeInside(polygon: PolygonRings): Point {
  const outline = at(polygon, 0)
  const sum = outline.reduce((total, p) => ({ x: total.x + p.x, y: total.y + p.y }), { x: 0, y: 0 })
  const mean = { x: Math.round(sum.x / outline.length), y: Math.round(sum.y / outline.length) }
  const corners = new Set(outline.map(keyOf))
  if (!corners.has(keyOf(mean)) && inPolygon(polygon, mean)) return mean
  const box = boxOf(outline)
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
    const found = widestStretch(polygon, Math.round(box.south + (box.north - box.south) * share) + 0.5)
    if (found) return found
  }
  return at(outline, 0)
}

/** `y` lies between whole numbers, so no corner is on the line. */
function widestStretch(polygon: PolygonRings, y: number): Point | null {
  const xs: number[] = []
  for (const ring of polygon) {
    for (let i = 0; i < ring.length; i++) {
      const a = at(ring, i)
      const b = at(ring, (i + 1) % ring.length)
      if (a.y > y !== b.y > y) xs.push(a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x))
    }
  }
  xs.sort((a, b) => a - b)
  let best: Point | null = null
  let width = 4
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const from = at(xs, i)
    const to = at(xs, i + 1)
    const middle = { x: Math.round((from + to) / 2), y: Math.floor(y) }
    if (to - from <= width || !inPolygon(polygon, middle)) continue
    width = to - from
    best = middle
  }
  return best
}
