import { isInside } from '#platform/authz/common/grants.ts'
import { combine } from '#platform/planar/common/overlay.ts'
import type { Refusal } from '#platform/kernel/common/refusal.ts'
import { parentOf, pathsDownTo } from '../grid.ts'
import { refuse } from '../refusals.ts'
import { type DraftCell, type DraftTree, originOf, putCells, weld, withNextPath } from './draft-tree.ts'
import type { EditOf } from './edit.ts'
import { unionOf } from './pieces.ts'

/** A grid and all below it under other paths: they stand elsewhere in the tree, and stay the grids that they were. */
export function rehang(tree: DraftTree, from: string, to: string): DraftTree {
  const next = (path: string) => (isInside(path, from) ? `${to}${path.slice(from.length)}` : path)
  const rest = [...tree.cells].filter(([path]) => !isInside(path, from))
  const moved = [...tree.cells.values()]
    .filter(({ path }) => isInside(path, from))
    .map((cell): [string, DraftCell] => {
      const path = next(cell.path)
      // A grid that the draft itself made was nowhere before.
      return [path, tree.cutFrom.has(cell.path) ? { ...cell, path } : { ...cell, path, was: originOf(cell) }]
    })
  const steps = [...tree.lastSteps].flatMap(([path, step]): [string | null, number][] =>
    path !== null && isInside(path, from) ? [[next(path), step]] : [],
  )
  return {
    cells: new Map([...rest, ...moved]),
    cutFrom: new Map(
      [...tree.cutFrom].map(([path, source]) => [
        next(path),
        source !== null && tree.cutFrom.has(source) ? next(source) : source,
      ]),
    ),
    mergedInto: new Map([...tree.mergedInto].map(([gone, heir]) => [gone, heir === null ? null : next(heir)])),
    lastSteps: new Map([...tree.lastSteps, ...steps]),
  }
}

/** A grid goes with all below it from one grid above to another of the same level, and takes its ground along. */
export function moveUnder(
  tree: DraftTree,
  { path, parent, as = [] }: Pick<EditOf<'move-under'>, 'path' | 'parent' | 'as'>,
): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  const above = parentOf(path)
  const target = tree.cells.get(parent)
  if (!cell || !target || above === null) return refuse['not-found']()
  if (above === parent) return refuse['stands-there-already']({ name: cell.name, parent: target.name })
  if (above.split('.').length !== parent.split('.').length) return refuse['another-level']({ name: target.name })
  const [losing, winning] = [pathsDownTo(above), pathsDownTo(parent)]
  const changed: DraftCell[] = []
  for (const each of losing.filter(one => !winning.includes(one))) {
    const loser = tree.cells.get(each)!
    const parts = combine(loser.parts, cell.parts, (own, taken) => own && !taken)
    if (parts.length === 0) return refuse['edit-leaves-nothing']({ path: each, name: loser.name })
    changed.push({ ...loser, parts })
  }
  for (const each of winning.filter(one => !losing.includes(one))) {
    const winner = tree.cells.get(each)!
    changed.push({ ...winner, parts: combine(winner.parts, cell.parts, (own, given) => own || given) })
  }
  const corners = changed.flatMap(({ parts }) => parts.flat(2))
  const given = withNextPath(weld(putCells(tree, changed), corners), parent, as[0])
  if (given.tree.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
  return rehang(given.tree, path, given.path)
}

/** Some of the grids below become a grid of their own beside the one that they were in; the rest stays what it was. */
export function partCell(
  tree: DraftTree,
  { path, children, name, as = [] }: Pick<EditOf<'part'>, 'path' | 'children' | 'name' | 'as'>,
): DraftTree | Refusal {
  const cell = tree.cells.get(path)
  const above = parentOf(path)
  if (!cell) return refuse['not-found']()
  if (above === null) return refuse['top-stays-whole']({ name: cell.name })
  const going: DraftCell[] = []
  for (const each of new Set(children)) {
    const child = tree.cells.get(each)
    if (!child || parentOf(each) !== path) return refuse['not-below']({ name: child?.name ?? each, parent: cell.name })
    going.push(child)
  }
  const ground = unionOf(going.map(({ parts }) => parts))
  const rest = combine(cell.parts, ground, (own, taken) => own && !taken)
  const isAll = [...tree.cells.keys()].every(each => parentOf(each) !== path || children.includes(each))
  if (isAll || rest.length === 0) return refuse['edit-leaves-nothing']({ path, name: cell.name })
  const given = withNextPath(tree, above, as[0])
  if (tree.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
  const fresh: DraftCell = { path: given.path, kind: cell.kind, name, code: null, parts: ground }
  const corners = [...ground, ...rest].flat(2)
  const parted = weld(putCells(given.tree, [{ ...cell, parts: rest }, fresh]), corners)
  const cut: DraftTree = { ...parted, cutFrom: new Map(parted.cutFrom).set(given.path, originOf(cell)) }
  return going.reduce((next, child) => rehang(next, child.path, `${given.path}${child.path.slice(path.length)}`), cut)
}

/** What stood below a grid stands below its heir, each with all below it. */
export function rehangChildren(
  tree: DraftTree,
  from: string,
  to: string,
  as: readonly string[],
): { tree: DraftTree; used: number } | Refusal {
  let next = tree
  let used = 0
  for (const child of [...tree.cells.keys()].filter(path => parentOf(path) === from)) {
    const given = withNextPath(next, to, as[used])
    used += 1
    if (given.tree.cells.has(given.path)) return refuse['path-taken']({ path: given.path })
    next = rehang(given.tree, child, given.path)
  }
  return { tree: next, used }
}
