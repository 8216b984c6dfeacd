import { combine } from '#platform/planar/common/overlay.ts'
import { boxesMeet } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { parentOf } from '../grid.ts'
import { refuse } from '../refusals.ts'
import { boxAround } from './cell.ts'
import { type DraftCell, type DraftTree, isLeaf, originOf, putCells, weld, withNextPath } from './draft-tree.ts'
import type { EditOf } from './edit.ts'

/** The ground goes to one grid, and away from its brothers that have it: each of them loses only what lies in it. */
export function giveGround(tree: DraftTree, ground: readonly PolygonRings[], to: string): DraftTree | Refusal {
  const taker = tree.cells.get(to)
  if (!taker) return refuse['not-found']()
  const box = boxAround(ground)
  const changed: DraftCell[] = [{ ...taker, parts: combine(taker.parts, ground, (own, given) => own || given) }]
  for (const cell of tree.cells.values()) {
    const isBrother = cell.path !== to && parentOf(cell.path) === parentOf(to)
    if (!isBrother || !boxesMeet(boxAround(cell.parts), box)) continue
    const parts = combine(cell.parts, ground, (own, given) => own && !given)
    if (parts.length === 0) return refuse['edit-leaves-nothing']({ path: cell.path, name: cell.name })
    changed.push({ ...cell, parts })
  }
  const corners = changed.flatMap(({ parts }) => parts.flat(2))
  return weld(putCells(tree, changed), corners)
}

/** Mends what reaches outside of the parent. */
export function takeGround(tree: DraftTree, ground: readonly PolygonRings[], from: string): DraftTree | Refusal {
  const cell = tree.cells.get(from)
  if (!cell) return refuse['not-found']()
  const parts = combine(cell.parts, ground, (own, taken) => own && !taken)
  if (parts.length === 0) return refuse['edit-leaves-nothing']({ path: from, name: cell.name })
  return weld(putCells(tree, [{ ...cell, parts }]), parts.flat(2))
}

/** One grid drawn anew. Nothing else is touched; the check says what no longer fits. */
export function replaceGround(tree: DraftTree, path: string, parts: readonly PolygonRings[]): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  return cell ? putCells(tree, [{ ...cell, parts }]) : refuse['not-found']()
}

export function addGrid(
  tree: DraftTree,
  { parent, kind, name, as }: Pick<EditOf<'add'>, 'parent' | 'kind' | 'name' | 'as'>,
  parts: readonly PolygonRings[],
): DraftTree | Refusal {
  if (parent !== null && !tree.cells.has(parent)) return refuse['not-found']()
  if (parent !== null && parent.split('.').length >= 6) return refuse['too-deep']()
  const given = withNextPath(tree, parent, as?.[0])
  if (tree.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
  const cell = { path: given.path, kind, name, code: null, parts }
  return { ...putCells(given.tree, [cell]), cutFrom: new Map(tree.cutFrom).set(given.path, null) }
}

export function removeGrid(tree: DraftTree, path: string): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  if (!cell) return refuse['not-found']()
  if (!isLeaf(tree, path)) return refuse['grid-has-grids-below']({ name: cell.name })
  const cells = new Map(tree.cells)
  cells.delete(path)
  const cutFrom = new Map(tree.cutFrom)
  const isOwn = cutFrom.delete(path)
  return {
    ...tree,
    cells,
    cutFrom,
    mergedInto: isOwn ? tree.mergedInto : new Map(tree.mergedInto).set(originOf(cell), null),
  }
}

export function renameGrid(tree: DraftTree, path: string, name: string): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  return cell ? putCells(tree, [{ ...cell, name }]) : refuse['not-found']()
}
