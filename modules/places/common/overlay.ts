import { isInside } from '#platform/authz/common/grants.ts'
import type { Overlay, OverlayKind } from './things.ts'

export type CellTrouble =
  | { readonly code: 'cells-nested'; readonly cell: string; readonly other: string }
  | { readonly code: 'cell-taken'; readonly cell: string; readonly by: string }
  | { readonly code: 'outside-parent'; readonly cell: string; readonly parent: string }

/**
 * What is wrong with the cells of a new overlay, or null. Within a kind, overlays of one parent share no cell, so that
 * one of them answers for a place; a child lies inside its parent.
 */
export function troubleOfCells(
  cells: readonly string[],
  parent: Overlay | null,
  siblings: readonly Overlay[],
): CellTrouble | null {
  for (const cell of cells) {
    const other = cells.find(one => one !== cell && isInside(cell, one))
    if (other) return { code: 'cells-nested', cell, other }
    const taken = siblings.find(sibling => sibling.cells.some(one => isInside(cell, one) || isInside(one, cell)))
    if (taken) return { code: 'cell-taken', cell, by: taken.name }
    if (parent && !covers(parent, cell)) return { code: 'outside-parent', cell, parent: parent.name }
  }
  return null
}

export const covers = (overlay: Pick<Overlay, 'cells'>, path: string): boolean =>
  overlay.cells.some(cell => isInside(path, cell))

/** The overlays of a kind that a place lies in, the smallest first: a child before its parent. */
export function overlaysAt<O extends Overlay>(overlays: readonly O[], kind: OverlayKind, path: string): O[] {
  const here = overlays.filter(overlay => overlay.kind === kind && covers(overlay, path))
  const depthOf = (overlay: Overlay): number => {
    const parent = overlays.find(one => one.id === overlay.parentId)
    return parent ? depthOf(parent) + 1 : 1
  }
  return here.sort((a, b) => depthOf(b) - depthOf(a) || (a.name < b.name ? -1 : 1))
}

export interface Seat {
  readonly title: string
  readonly holder: string | null
}

export interface LedPlace {
  readonly id: string
  readonly name: string
  readonly leads: readonly Seat[]
}

export interface Answers {
  readonly by: { readonly id: string; readonly name: string; readonly title: string; readonly holder: string } | null
  readonly passed: readonly { readonly id: string; readonly name: string; readonly why: 'vacant' | 'no-lead-post' }[]
}

/** Who answers in a kind: the lead of the smallest overlay here, else that of the one around it. */
export function answersIn(chain: readonly LedPlace[]): Answers {
  const passed: { id: string; name: string; why: 'vacant' | 'no-lead-post' }[] = []
  for (const { id, name, leads } of chain) {
    const filled = leads.find(({ holder }) => holder !== null)
    if (filled) return { by: { id, name, title: filled.title, holder: filled.holder! }, passed }
    passed.push({ id, name, why: leads.length > 0 ? 'vacant' : 'no-lead-post' })
  }
  return { by: null, passed }
}
