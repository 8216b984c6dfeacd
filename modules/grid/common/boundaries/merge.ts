import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { at } from '#platform/planar/common/point.ts'
import { parentOf } from '../grid.ts'
import { refuse } from '../refusals.ts'
import { type DraftCell, type DraftTree, isLeaf, originOf } from './draft-tree.ts'
import type { EditOf } from './edit.ts'
import { unionOf } from './pieces.ts'
import { rehangChildren } from './rehang.ts'

/** Several grids of one parent become one; `into` keeps path, name and code, and gets all that stood below the others. */
export function mergeCells(
  tree: DraftTree,
  { paths, into, as = [] }: Pick<EditOf<'merge'>, 'paths' | 'into' | 'as'>,
): DraftTree | Refusal {
  const wanted = [...new Set([into, ...paths])]
  if (wanted.length < 2) return refuse['nothing-to-merge']()
  const cells: DraftCell[] = []
  for (const path of wanted) {
    const cell = tree.cells.get(path)
    if (!cell) return refuse['not-found']()
    // Ground of a lowest grid would lie in no grid below the other.
    if (isLeaf(tree, path) !== isLeaf(tree, into)) return refuse['grid-has-grids-below']({ name: cell.name })
    if (parentOf(path) !== parentOf(into)) return refuse['not-of-one-parent']({ name: cell.name })
    cells.push(cell)
  }
  const parts = unionOf(cells.map(cell => cell.parts))
  if (parts.length >= cells.reduce((sum, cell) => sum + cell.parts.length, 0)) return refuse['not-neighbours']()
  let next = tree
  let used = 0
  for (const path of wanted.slice(1)) {
    const moved = rehangChildren(next, path, into, as.slice(used))
    if (isRefusal(moved)) return moved
    next = moved.tree
    used += moved.used
  }
  return { ...withoutMerged(next, cells.slice(1), into), ...putInto(next, cells, into, parts) }
}

function putInto(tree: DraftTree, cells: readonly DraftCell[], into: string, parts: DraftCell['parts']) {
  const after = new Map(tree.cells)
  for (const { path } of cells.slice(1)) after.delete(path)
  after.set(into, { ...at(cells, 0), parts })
  return { cells: after }
}

/** Where the ground of those that are no more went. */
export function withoutMerged(tree: DraftTree, gone: readonly DraftCell[], into: string): DraftTree {
  const mergedInto = new Map(tree.mergedInto)
  const cutFrom = new Map(tree.cutFrom)
  for (const cell of gone) {
    // A grid that the draft itself made leaves no trace.
    if (cutFrom.has(cell.path)) cutFrom.delete(cell.path)
    else mergedInto.set(originOf(cell), into)
  }
  const paths = new Set(gone.map(({ path }) => path))
  for (const [origin, heir] of mergedInto) if (heir !== null && paths.has(heir)) mergedInto.set(origin, into)
  return { ...tree, mergedInto, cutFrom }
}
