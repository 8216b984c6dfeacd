import { inAny, joinFaces, overlay, pointWithin } from '#platform/planar/common/overlay.ts'
import type { Segment } from '#platform/planar/common/noding.ts'
import { at, keyOf, type Point } from '#platform/planar/common/point.ts'
import { edgesOf, type PolygonRings } from '#platform/planar/common/rings.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { inNumberingOrder } from '../code-scheme.ts'
import { parentOf } from '../grid.ts'
import { refuse } from '../refusals.ts'
import { areaOf, polygonOf } from './cell.ts'
import { type DraftCell, type DraftTree, isLeaf, originOf, putCells, weld, withNextPath } from './draft-tree.ts'
import type { EditOf } from './edit.ts'
import { labelPlaceOf } from './label-place.ts'

/** Cuts a grid of the lowest level along a line. Where the line meets the border, all who share the border get a corner. */
export function splitCell(
  tree: DraftTree,
  { path, names, as = [] }: Pick<EditOf<'split'>, 'path' | 'names' | 'as'>,
  line: readonly Point[],
): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  if (!cell) return refuse['not-found']()
  if (!isLeaf(tree, path)) return refuse['grid-has-grids-below']({ name: cell.name })
  const pieces = piecesOf(cell.parts, line)
  if (pieces.length < 2) return refuse['line-does-not-cut']({ name: cell.name })
  const bySize = pieces.toSorted((a, b) => areaOf(b) - areaOf(a))
  const others = inNumberingOrder(bySize.slice(1), piece => labelPlaceOf(polygonOf(piece)))
  let next = weld(tree, newCorners(cell.parts, pieces))
  next = putCells(next, [{ ...cell, parts: at(bySize, 0) }])
  const cutFrom = new Map(tree.cutFrom)
  const added: DraftCell[] = []
  for (const [i, parts] of others.entries()) {
    const given = withNextPath(next, parentOf(path), as[i])
    if (next.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
    next = given.tree
    cutFrom.set(given.path, originOf(cell))
    added.push({ path: given.path, kind: cell.kind, name: names[i] ?? `${cell.name}（${i + 2}）`, code: null, parts })
  }
  return { ...putCells(next, added), cutFrom }
}

function piecesOf(parts: readonly PolygonRings[], line: readonly Point[]): PolygonRings[][] {
  const outline: Segment<'border' | 'line'>[] = [...edgesOf(parts)].map(({ from, to }) => ({
    a: from,
    b: to,
    of: 'border',
  }))
  const cut = line.slice(1).map((b, i): Segment<'border' | 'line'> => ({ a: at(line, i), b, of: 'line' }))
  const { plane, polygons } = overlay([...outline, ...cut], (a, b) => (a === 'border' ? a : b))
  return polygons.flatMap((polygon, face) => {
    if (!inAny(parts, pointWithin(polygon))) return []
    return [joinFaces(plane, each => each === face)]
  })
}

/** Corners on the old outline that came about by the cut. */
function newCorners(parts: readonly PolygonRings[], pieces: readonly (readonly PolygonRings[])[]): Point[] {
  const old = new Set(parts.flat(2).map(keyOf))
  const fresh = new Map(pieces.flat(3).map(p => [keyOf(p), p]))
  return [...fresh].flatMap(([key, p]) => (old.has(key) ? [] : [p]))
}

export function unionOf(figures: readonly (readonly PolygonRings[])[]): PolygonRings[] {
  const segments = figures.flatMap(parts => [...edgesOf(parts)].map(({ from, to }) => ({ a: from, b: to, of: null })))
  const { plane, polygons } = overlay(segments, a => a)
  const isTaken = polygons.map(polygon => {
    const p = pointWithin(polygon)
    return figures.some(parts => inAny(parts, p))
  })
  return joinFaces(plane, face => isTaken[face] === true)
}
