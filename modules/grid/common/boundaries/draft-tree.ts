import { at, type Point, samePoint } from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'
import { withCorners } from '#platform/planar/common/with-corners.ts'
import { parentOf, type GridKind } from '../grid.ts'
import { type BoundaryCell, boxAround } from './cell.ts'

/** A grid as a draft of the tree has it. */
export interface DraftCell extends BoundaryCell {
  readonly name: string
  readonly kind: GridKind
  /** Null until the draft is compared: new grids are numbered together, when all of them are known. */
  readonly code: string | null
  /** The path in force of a grid that stands under another parent by now; absent where it is the same. */
  readonly was?: string
}

/** The path that a grid has in force; for one that the draft made, its own. */
export const originOf = ({ path, was }: Pick<DraftCell, 'path' | 'was'>): string => was ?? path

/** Where the ground of a grid that is no more went, or where that of a new one came from: what people and matters follow. */
export interface DraftTree {
  /** Parents before children. */
  readonly cells: ReadonlyMap<string, DraftCell>
  /** New grid → the grid, by its path in force, that it was cut out of; null when it was drawn or imported. */
  readonly cutFrom: ReadonlyMap<string, string | null>
  /** Grid that is no more → the one that took its ground; null when nobody did. */
  readonly mergedInto: ReadonlyMap<string, string | null>
  /** By parent, the highest last step that was ever used: a path of the past is never given again. */
  readonly lastSteps: ReadonlyMap<string | null, number>
}

export function draftTreeOf(
  cells: readonly DraftCell[],
  lastSteps: ReadonlyMap<string | null, number> = stepsIn(cells.map(({ path }) => path)),
): DraftTree {
  return { cells: new Map(cells.map(cell => [cell.path, cell])), cutFrom: new Map(), mergedInto: new Map(), lastSteps }
}

/** By parent, the highest last step among these paths. */
export function stepsIn(paths: Iterable<string>): Map<string | null, number> {
  const steps = new Map<string | null, number>()
  for (const path of paths) {
    const parent = parentOf(path)
    const step = Number(path.slice(path.lastIndexOf('.') + 1))
    steps.set(parent, Math.max(steps.get(parent) ?? 0, step))
  }
  return steps
}

/** The next path under a parent, or the one that was given before, and the tree that remembers it. */
export function withNextPath(
  tree: DraftTree,
  parent: string | null,
  given?: string,
): { path: string; tree: DraftTree } {
  const last = tree.lastSteps.get(parent) ?? 0
  const step = given === undefined ? last + 1 : Number(given.slice(given.lastIndexOf('.') + 1))
  const path = parent === null ? String(step) : `${parent}.${step}`
  return { path, tree: { ...tree, lastSteps: new Map(tree.lastSteps).set(parent, Math.max(last, step)) } }
}

export function isLeaf({ cells }: DraftTree, path: string): boolean {
  for (const other of cells.keys()) if (parentOf(other) === path) return false
  return true
}

export function putCells(tree: DraftTree, changed: Iterable<DraftCell>): DraftTree {
  const cells = new Map(tree.cells)
  for (const cell of changed) cells.set(cell.path, cell)
  return { ...tree, cells }
}

/** A ring after an edit, or the very same ring when the edit does not touch it. */
export type RingChange = (ring: readonly Point[]) => readonly Point[]

/** Changes rings wherever they are, at every level; `only` keeps to one grid. Says how many grids it changed. */
export function changeRings(tree: DraftTree, change: RingChange, only?: string): { tree: DraftTree; count: number } {
  const changed: DraftCell[] = []
  for (const cell of tree.cells.values()) {
    if (only !== undefined && cell.path !== only) continue
    const parts = changeParts(cell.parts, change)
    if (parts !== cell.parts) changed.push({ ...cell, parts })
  }
  return { tree: putCells(tree, changed), count: changed.length }
}

function changeParts(parts: readonly PolygonRings[], change: RingChange): readonly PolygonRings[] {
  let isSame = true
  const next = parts.map(rings =>
    rings.map(ring => {
      const after = change(ring)
      if (after === ring) return ring
      isSame = false
      return withoutRepeats(after)
    }),
  )
  return isSame ? parts : next
}

function withoutRepeats(ring: readonly Point[]): readonly Point[] {
  return ring.filter((p, i) => !samePoint(p, at(ring, (i + ring.length - 1) % ring.length)))
}

/** Whether some outline has a corner here. */
export function hasCorner({ cells }: DraftTree, p: Point, only?: string): boolean {
  for (const { path, parts } of cells.values()) {
    if (only !== undefined && path !== only) continue
    if (parts.some(rings => rings.some(ring => ring.some(each => samePoint(each, p))))) return true
  }
  return false
}

/** How far a corner may lie beside a border to be on it: a rounded crossing lies within half a unit each way. */
export const onBorderUnits = 1

/**
 * Gives every border that runs through these points a corner there, so that an edit of the point moves them all. A
 * corner of one grid in the middle of a neighbour's straight border becomes a corner of both.
 */
export function weld(tree: DraftTree, points: readonly Point[]): DraftTree {
  if (points.length === 0) return tree
  const changed: DraftCell[] = []
  for (const cell of tree.cells.values()) {
    const box = boxAround(cell.parts)
    const near = points.filter(
      ({ x, y }) =>
        x >= box.west - onBorderUnits &&
        x <= box.east + onBorderUnits &&
        y >= box.south - onBorderUnits &&
        y <= box.north + onBorderUnits,
    )
    if (near.length === 0) continue
    const parts = changeParts(cell.parts, ring => withCorners(ring, near, onBorderUnits))
    if (parts !== cell.parts) changed.push({ ...cell, parts })
  }
  return putCells(tree, changed)
}
