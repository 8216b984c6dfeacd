import type { TreeGrid } from './contract.ts'
import { parentOf, pathsDownTo } from './grid.ts'

export interface TreeRow {
  readonly grid: TreeGrid
  /** 1 at the top of what is shown. */
  readonly depth: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  /** Where it stands among its brothers, from 1, and how many they are: told to screen readers. */
  readonly position: number
  readonly brothers: number
}

interface Choice {
  /** Grids to show; those above them are shown too, so that one sees where they belong. */
  readonly isWanted: (grid: TreeGrid) => boolean
  readonly isOpen: (path: string) => boolean
}

/** The rows of the tree as it is opened now. `grids` come parents first, as the server gives them. */
export function treeRows(grids: readonly TreeGrid[], { isWanted, isOpen }: Choice): TreeRow[] {
  const kept = new Set(grids.filter(isWanted).flatMap(({ path }) => pathsDownTo(path)))
  const shown = grids.filter(({ path }) => kept.has(path))
  const here = new Set(shown.map(({ path }) => path))
  const families = new Map<string | null, TreeGrid[]>()
  for (const grid of shown) {
    const parent = parentHere(grid.path, here)
    const family = families.get(parent)
    if (family) family.push(grid)
    else families.set(parent, [grid])
  }
  const rows: TreeRow[] = []
  const add = (parent: string | null, depth: number) => {
    const brothers = families.get(parent) ?? []
    for (const [at, grid] of brothers.entries()) {
      const hasChildren = families.has(grid.path)
      const open = hasChildren && isOpen(grid.path)
      rows.push({ grid, depth, hasChildren, isOpen: open, position: at + 1, brothers: brothers.length })
      if (open) add(grid.path, depth + 1)
    }
  }
  add(null, 1)
  return rows
}

function parentHere(path: string, here: ReadonlySet<string>): string | null {
  const parent = parentOf(path)
  return parent !== null && here.has(parent) ? parent : null
}

/** Whether a grid is what somebody typed: part of its name, or the beginning of its code or path. */
export function isNamed({ name, code, path }: TreeGrid, typed: string): boolean {
  const words = typed.trim()
  return words === '' || name.includes(words) || code.startsWith(words) || path === words
}
