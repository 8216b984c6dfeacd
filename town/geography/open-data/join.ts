import { groupBy } from '#platform/kernel/common/group-by.ts'
import { at, doubleArea, keyOf, type Point, samePoint } from '#platform/planar/common/point.ts'
import { type DirectedEdge, edgesOf, outlineOf, traceRings } from '#platform/planar/common/rings.ts'
import type { AreaFeature, LineFeature, OpenFeature } from './source.ts'

export interface CutLines {
  readonly xs: ReadonlySet<number>
  readonly ys: ReadonlySet<number>
}

/** Puts together what the tiles cut: one feature per object, lines end to end, areas without the cut. */
export function joinParts(parts: readonly OpenFeature[], cuts: CutLines): OpenFeature[] {
  const byObject = groupBy(parts, part => `${part.type}:${part.key}`)
  return [...byObject.values()].map(group => {
    const first = at(group, 0)
    if (group.length === 1) return first
    if (first.type === 'point') return first
    if (first.type === 'line') return { ...first, lines: joinLines(group.flatMap(part => linesOf(part))) }
    return {
      ...first,
      rings: joinRings(
        group.flatMap(part => ringsOf(part)),
        cuts,
      ),
    }
  })
}

function linesOf(part: OpenFeature): LineFeature['lines'] {
  return part.type === 'line' ? part.lines : []
}

function ringsOf(part: OpenFeature): AreaFeature['rings'] {
  return part.type === 'area' ? part.rings : []
}

function joinLines(lines: readonly (readonly Point[])[]): Point[][] {
  const left = lines.map(line => [...line])
  const joined: Point[][] = []
  while (left.length > 0) {
    let line = at(left.splice(0, 1), 0)
    for (let found = true; found; ) {
      const end = at(line, line.length - 1)
      const start = at(line, 0)
      const i = left.findIndex(other => samePoint(at(other, 0), end) || samePoint(at(other, other.length - 1), start))
      found = i >= 0
      if (!found) continue
      const other = at(left.splice(i, 1), 0)
      line = samePoint(at(other, 0), end) ? [...line, ...other.slice(1)] : [...other, ...line.slice(1)]
    }
    joined.push(line)
  }
  return joined
}

function joinRings(rings: readonly (readonly Point[])[], cuts: CutLines): Point[][] {
  const points = pointsOnCuts(rings, cuts)
  const split = [...edgesOf([rings])].flatMap(edge => splitAlong(edge, points, cuts))
  return traceRings(outlineOf(split)).filter(ring => doubleArea(ring) !== 0)
}

/** Both sides of a cut must have the same points before their common edges can be struck out. */
function pointsOnCuts(rings: readonly (readonly Point[])[], cuts: CutLines): Point[] {
  const found = new Map<number, Point>()
  for (const p of rings.flat()) if (cuts.xs.has(p.x) || cuts.ys.has(p.y)) found.set(keyOf(p), p)
  return [...found.values()]
}

function splitAlong({ from, to }: DirectedEdge, points: readonly Point[], cuts: CutLines): DirectedEdge[] {
  const upright = from.x === to.x && cuts.xs.has(from.x)
  const level = from.y === to.y && cuts.ys.has(from.y)
  if (!upright && !level) return [{ from, to }]
  const low = upright ? Math.min(from.y, to.y) : Math.min(from.x, to.x)
  const high = upright ? Math.max(from.y, to.y) : Math.max(from.x, to.x)
  const between = points
    .filter(p => (upright ? p.x === from.x && p.y > low && p.y < high : p.y === from.y && p.x > low && p.x < high))
    .sort((a, b) => (upright ? (a.y - b.y) * Math.sign(to.y - from.y) : (a.x - b.x) * Math.sign(to.x - from.x)))
  const stops = [from, ...between, to]
  return stops.slice(1).map((stop, i) => ({ from: at(stops, i), to: stop }))
}
