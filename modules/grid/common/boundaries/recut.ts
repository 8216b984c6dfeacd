import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { combine } from '#platform/planar/common/overlay.ts'
import { at, boxesMeet, keyOf } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { withCorners } from '#platform/planar/common/with-corners.ts'
import { parentOf } from '../grid.ts'
import { refuse } from '../refusals.ts'
import { areaOf, boxAround, partsOf } from './cell.ts'
import {
  type DraftCell,
  type DraftTree,
  isLeaf,
  onBorderUnits,
  originOf,
  putCells,
  weld,
  withNextPath,
} from './draft-tree.ts'
import type { EditOf } from './edit.ts'
import { withoutMerged } from './merge.ts'

type Recut = Pick<EditOf<'recut'>, 'paths' | 'parts' | 'as'>

/** Square metres by which the ground may differ: corners on a border are rounded to the centimetre. */
const roundingSquareMetres = (area: number) => Math.max(2, area / 1000)

/**
 * Lowest grids of one parent are cut anew, all together: each part is one of them with other ground, or a new grid. What
 * keeps no part of its own goes into whichever part takes most of its ground.
 */
export function recutCells(tree: DraftTree, { paths, parts, as = [] }: Recut): DraftTree | Refusal {
  const cells: DraftCell[] = []
  for (const path of new Set(paths)) {
    const cell = tree.cells.get(path)
    if (!cell) return refuse['not-found']()
    if (!isLeaf(tree, path)) return refuse['grid-has-grids-below']({ name: cell.name })
    if (parentOf(path) !== parentOf(at(paths, 0))) return refuse['not-of-one-parent']({ name: cell.name })
    cells.push(cell)
  }
  const kept = parts.flatMap(({ keeps }) => keeps ?? [])
  const stranger = kept.find((path, i) => !paths.includes(path) || kept.indexOf(path) !== i)
  if (stranger !== undefined) return refuse['not-found']()
  // Corners that a neighbour has got on the border meanwhile stay corners.
  const corners = new Map(cells.flatMap(cell => cell.parts.flat(2)).map(p => [keyOf(p), p]))
  const drawn = parts.map(part => ({
    ...part,
    ground: partsOf(part.polygon).map(rings =>
      rings.map(ring => withCorners(ring, [...corners.values()], onBorderUnits)),
    ),
  }))
  const before = cells.reduce((sum, cell) => sum + areaOf(cell.parts), 0)
  const after = drawn.reduce((sum, { ground }) => sum + areaOf(ground), 0)
  if (Math.abs(after - before) > roundingSquareMetres(before)) {
    return refuse['ground-not-shared-out']({ squareMetres: Math.round(after - before) })
  }

  let next = weld(
    tree,
    drawn.flatMap(({ ground }) => ground.flat(2).filter(p => !corners.has(keyOf(p)))),
  )
  const cutFrom = new Map(tree.cutFrom)
  const put: DraftCell[] = []
  let fresh = 0
  for (const { keeps, name, ground } of drawn) {
    if (keeps !== null) {
      put.push({ ...next.cells.get(keeps)!, parts: ground })
      continue
    }
    const given = withNextPath(next, parentOf(at(paths, 0)), as[fresh++])
    if (next.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
    next = given.tree
    const source = mostOf(ground, cells)
    cutFrom.set(given.path, originOf(source))
    put.push({ path: given.path, kind: source.kind, name, code: null, parts: ground })
  }
  const gone = cells.filter(({ path }) => !kept.includes(path))
  const left = new Map(next.cells)
  for (const { path } of gone) left.delete(path)
  const recut: DraftTree = { ...putCells({ ...next, cells: left }, put), cutFrom }
  return gone.reduce((one, cell) => withoutMerged(one, [cell], mostOf(cell.parts, put).path), recut)
}

/** The cell that has most of the ground. */
function mostOf(ground: readonly PolygonRings[], cells: readonly DraftCell[]): DraftCell {
  const box = boxAround(ground)
  const shares = cells.map(({ parts }) =>
    boxesMeet(boxAround(parts), box) ? areaOf(combine(parts, ground, (a, b) => a && b)) : 0,
  )
  return at(cells, shares.indexOf(Math.max(...shares)))
}
