import { metresPerUnit } from '#platform/planar/common/measure.ts'
import { at, boxesMeet, keyOf, type Point, samePoint } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { withCorners } from '#platform/planar/common/with-corners.ts'
import { boxAround } from './cell.ts'
import { type DraftCell, type DraftTree, putCells, weld } from './draft-tree.ts'

/**
 * Draws the outlines of some grids onto their surroundings: a corner within reach of another grid's corner falls on it;
 * one within reach of a border becomes a corner of that border; and a border of theirs that passes within reach of
 * another grid's corner takes that corner in. Grids of which all is shared already are not changed.
 */
export function snapCells(tree: DraftTree, paths: readonly string[], metres: number): DraftTree {
  const reach = metres / metresPerUnit
  // What is to be snapped comes last: the first falls on what stays as it is, each next one on that and on those before.
  const waiting = new Set(paths)
  return paths.reduce((next, path) => {
    const cell = next.cells.get(path)
    waiting.delete(path)
    return cell ? snapCell(next, cell, reach, waiting) : next
  }, tree)
}

function snapCell(tree: DraftTree, cell: DraftCell, reach: number, waiting: ReadonlySet<string>): DraftTree {
  const box = boxAround(cell.parts)
  const around = { west: box.west - reach, east: box.east + reach, south: box.south - reach, north: box.north + reach }
  const others = [...tree.cells.values()].filter(
    other => other.path !== cell.path && !waiting.has(other.path) && boxesMeet(boxAround(other.parts), around),
  )
  const corners = new Map(others.flatMap(({ parts }) => parts.flat(2)).map(p => [keyOf(p), p]))
  const near = [...corners.values()].filter(
    p => p.x >= around.west && p.x <= around.east && p.y >= around.south && p.y <= around.north,
  )
  const onCorner = (p: Point) => (corners.has(keyOf(p)) ? p : (nearest(near, p, reach) ?? p))
  const parts = cell.parts.map(rings =>
    rings.map(ring => tidy(withCorners(tidy(ring.map(onCorner)), near, reach))).filter(ring => ring.length >= 3),
  )
  const snapped: readonly PolygonRings[] = parts.filter(rings => rings.length > 0)
  if (snapped.length === 0) return tree
  // What is still a corner of this grid alone lies on a neighbour's border, or on none.
  const alone = snapped.flat(2).filter(p => !corners.has(keyOf(p)))
  const changed = others.flatMap(other => {
    const next = other.parts.map(rings => rings.map(ring => withCorners(ring, alone, reach)))
    const isSame = next.every((rings, i) => rings.every((ring, j) => ring === other.parts[i]![j]))
    return isSame ? [] : [{ ...other, parts: next }]
  })
  return weld(putCells(tree, [{ ...cell, parts: snapped }, ...changed]), alone)
}

function nearest(points: readonly Point[], p: Point, reach: number): Point | null {
  let best: Point | null = null
  let least = reach
  for (const each of points) {
    const distance = Math.hypot(each.x - p.x, each.y - p.y)
    if (distance > least) continue
    least = distance
    best = each
  }
  return best
}

/** No corner twice in a row, and no running out and back over the same stretch. */
function tidy(ring: readonly Point[]): readonly Point[] {
  let current = ring
  while (true) {
    const size = current.length
    const before = current
    const next = before.filter((p, i) => {
      const previous = at(before, (i + size - 1) % size)
      return !samePoint(p, previous) && !(size > 2 && samePoint(previous, at(before, (i + 1) % size)))
    })
    if (next.length === size || next.length < 3) return next
    current = next
  }
}
