import { depthOf, isInside } from '#platform/authz/common/grants.ts'
import { covers } from './overlay.ts'
import type { Overlay } from './things.ts'

/** What became of grids, as far as a union of them needs to know. */
export interface CellChange {
  /** Path that is no more → where its grid stands now, or which took its ground, or the one above. */
  readonly heirs: ReadonlyMap<string, string>
  /** Of these, the grids that stand elsewhere and are the same. */
  readonly moved: ReadonlyMap<string, string>
  /** New grid → the one of which it has the ground; null when it was drawn where none was. */
  readonly sources: ReadonlyMap<string, string | null>
}

interface Wish {
  readonly overlay: Overlay
  readonly cell: string
}

/**
 * The cells of the overlays of one kind when grids come and go. A grid stays in the overlays that it was in, under
 * whichever path; what is cut out of it stays in them as well. Where two would then share ground, as when grids of two
 * overlays became one, it is of the one that names the grid that stayed. Only overlays whose cells change are in the
 * answer.
 */
export function followCells(overlays: readonly Overlay[], change: CellChange): ReadonlyMap<string, readonly string[]> {
  const after = new Map<string, string[]>()
  const isFree = ({ overlay, cell }: Wish) => {
    const parent = overlay.parentId === null ? null : after.get(overlay.parentId)
    if (parent && !covers({ cells: parent }, cell)) return false
    return overlays.every(other => {
      if (other.parentId !== overlay.parentId) return true
      const taken = after.get(other.id) ?? []
      return !taken.some(one => isInside(cell, one) || (other !== overlay && isInside(one, cell)))
    })
  }
  for (const level of levelsOf(overlays)) {
    const wishes = level.flatMap(overlay => wishesOf(overlay, change))
    for (const overlay of level)
      after.set(
        overlay.id,
        overlay.cells.filter(cell => !change.heirs.has(cell)),
      )
    for (const wish of wishes) if (isFree(wish)) after.get(wish.overlay.id)!.push(wish.cell)
  }
  return new Map(
    overlays.flatMap(overlay => {
      const cells = after.get(overlay.id)!
      const isSame = cells.length === overlay.cells.length && cells.every(cell => overlay.cells.includes(cell))
      return isSame ? [] : [[overlay.id, cells] as const]
    }),
  )
}

/** Cells that it would have besides those that stay, the larger first: what lies in one needs no asking. */
function wishesOf(overlay: Overlay, { heirs, moved, sources }: CellChange): Wish[] {
  const heirsHere = [...heirs].filter(([path, heir]) => {
    if (!covers(overlay, path)) return false
    if (moved.has(path)) return true
    // The grid above is more than what was lost; and what stood below a merged grid says itself where it went.
    const hasMovedBelow = [...moved.keys()].some(each => each !== path && isInside(each, path))
    return depthOf(heir) === depthOf(path) && !hasMovedBelow
  })
  const cut = [...sources].filter(([, source]) => source !== null && covers(overlay, source))
  const cells = new Set([...heirsHere.map(([, heir]) => heir), ...cut.map(([path]) => path)])
  return [...cells].toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1)).map(cell => ({ overlay, cell }))
}

/** Overlays without a parent among them, then their children, and so on. */
function levelsOf(overlays: readonly Overlay[]): Overlay[][] {
  const ids = new Set(overlays.map(({ id }) => id))
  const levels: Overlay[][] = []
  let level = overlays.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  while (level.length > 0) {
    levels.push(level)
    const above = new Set<string | null>(level.map(({ id }) => id))
    level = overlays.filter(({ parentId }) => above.has(parentId))
  }
  return levels
}
