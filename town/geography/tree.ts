import type { Geography, GeographyGrid } from './geography.ts'

interface Tree {
  readonly byPath: ReadonlyMap<string, GeographyGrid>
  readonly cells: readonly GeographyGrid[]
  readonly lowest: number
}

/** By geography: asked for at every matter, and a city has a hundred thousand grids. */
const trees = new WeakMap<Geography, Tree>()

function treeOf(geography: Geography): Tree {
  const known = trees.get(geography)
  if (known) return known
  const lowest = geography.grids.reduce((deepest, grid) => Math.max(deepest, grid.level), 0)
  const tree = {
    byPath: new Map(geography.grids.map(grid => [grid.path, grid])),
    cells: geography.grids.filter(grid => grid.level === lowest),
    lowest,
  }
  trees.set(geography, tree)
  return tree
}

/** Depth of the cells: 4 in a street, 5 in a city. */
export function lowestLevel(geography: Geography): number {
  return treeOf(geography).lowest
}

/** The grids of the lowest level. */
export function cellsOf(geography: Geography): readonly GeographyGrid[] {
  return treeOf(geography).cells
}

export function gridAt(geography: Geography, path: string): GeographyGrid {
  const grid = treeOf(geography).byPath.get(path)
  if (!grid) throw new Error(`no grid ${path}`)
  return grid
}

/** A grid with all that are around it, from the top. */
export function lineageOf(geography: Geography, path: string): GeographyGrid[] {
  const steps = path.split('.')
  return steps.map((_, i) => gridAt(geography, steps.slice(0, i + 1).join('.')))
}
