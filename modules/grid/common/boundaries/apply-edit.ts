import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import { fromDegrees } from '#platform/planar/common/point.ts'
import { parentOf } from '../grid.ts'
import { partsOf } from './cell.ts'
import { addCorner, moveCorner, redrawStretch, removeCorner } from './corners.ts'
import type { DraftTree } from './draft-tree.ts'
import type { BoundaryEdit } from './edit.ts'
import { addGrid, giveGround, removeGrid, renameGrid, replaceGround, takeGround } from './ground.ts'
import { mergeCells } from './merge.ts'
import { splitCell } from './pieces.ts'
import { recutCells } from './recut.ts'
import { moveUnder, partCell } from './rehang.ts'
import { snapCells } from './snap.ts'

/** The tree after one step of drawing, or why the step cannot be. */
export function applyEdit(tree: DraftTree, edit: BoundaryEdit): DraftTree | Refusal {
  switch (edit.do) {
    case 'move-corner':
      return moveCorner(tree, fromDegrees(edit.from), fromDegrees(edit.to), edit.only)
    case 'add-corner':
      return addCorner(tree, fromDegrees(edit.a), fromDegrees(edit.b), fromDegrees(edit.at), edit.only)
    case 'remove-corner':
      return removeCorner(tree, fromDegrees(edit.at), edit.only)
    case 'redraw-stretch':
      return redrawStretch(tree, edit.old.map(fromDegrees), edit.new.map(fromDegrees), edit.only)
    case 'split':
      return splitCell(tree, edit, edit.line.map(fromDegrees))
    case 'recut':
      return recutCells(tree, edit)
    case 'merge':
      return mergeCells(tree, edit)
    case 'part':
      return partCell(tree, edit)
    case 'move-under':
      return moveUnder(tree, edit)
    case 'give-ground':
      return giveGround(tree, partsOf(edit.polygon), edit.to)
    case 'take-ground':
      return takeGround(tree, partsOf(edit.polygon), edit.from)
    case 'replace':
      return replaceGround(tree, edit.path, partsOf(edit.polygon))
    case 'add':
      return addGrid(tree, edit, partsOf(edit.polygon))
    case 'remove':
      return removeGrid(tree, edit.path)
    case 'rename':
      return renameGrid(tree, edit.path, edit.name)
    case 'snap':
      return snapCells(tree, edit.paths, edit.metres)
    default:
      return unreachable(edit)
  }
}

/** All steps of a journal in their order; stops at the first that can no longer be. */
export function applyEdits(tree: DraftTree, edits: readonly BoundaryEdit[]): DraftTree | Refusal {
  let current = tree
  for (const edit of edits) {
    const next = applyEdit(current, edit)
    if (isRefusal(next)) return next
    current = next
  }
  return current
}

/** The step as the journal keeps it: with the paths that its new grids got. */
export function asWritten(edit: BoundaryEdit, before: DraftTree, after: DraftTree): BoundaryEdit {
  const fresh = [...after.cells.keys()].filter(path => !before.cells.has(path))
  switch (edit.do) {
    case 'split':
    case 'recut':
    case 'add':
      return { ...edit, as: fresh }
    case 'part':
    case 'move-under':
      // What stands below is named after it.
      return { ...edit, as: fresh.slice(0, 1) }
    case 'merge':
      return { ...edit, as: fresh.filter(path => parentOf(path) === edit.into) }
    default:
      return edit
  }
}
