import type { Point, Polygon } from '#platform/kernel/common/geometry.ts'

/**
 * What a grid is cut for. Street, management area (管理区), community/village/school and alley are the four levels of
 * the mission (A1); city and district stand above them where one system serves many streets.
 */
export const gridKinds = [
  'city',
  'district',
  'street',
  'management-area',
  'community',
  'village',
  'school',
  'alley',
] as const
export type GridKind = (typeof gridKinds)[number]

/** What a post does on a grid (mission A2). One post may stand on several grids, one grid may have several posts. */
export const duties = [
  'lead',
  'deputy',
  'road-chief-1',
  'road-chief-2',
  'road-chief-3',
  'worker',
  'building-head',
  'cleaner',
] as const
export type Duty = (typeof duties)[number]

/** West, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** One grid as the whole program knows it. Facts only: who stands on it is asked separately, since people change. */
export interface Grid {
  readonly path: string
  readonly level: number
  readonly kind: GridKind
  readonly name: string
  readonly code: string
  readonly areaSquareMetres: number
  /** A place surely inside, for the name on the map. */
  readonly labelPlace: Point
  readonly bounds: Bounds
}

/** A grid to be added to the tree, as the town builder or an import brings it. */
export interface NewGrid {
  readonly path: string
  readonly kind: GridKind
  readonly name: string
  readonly code: string
  readonly polygon: Polygon
  readonly areaSquareMetres: number
  readonly labelPlace: Point
}

/** `1.2.3` → `['1', '1.2', '1.2.3']`: the grid and all above it, from the top. */
export function pathsDownTo(path: string): string[] {
  const steps = path.split('.')
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'))
}

/** The lowest grid that has all of these in it, or is one of them; null for none, or when nothing is above all. */
export function lowestWithAll(paths: readonly string[]): string | null {
  const [first = [], ...others] = paths.map(path => path.split('.'))
  const parting = first.findIndex((step, depth) => others.some(other => other[depth] !== step))
  return (parting === -1 ? first : first.slice(0, parting)).join('.') || null
}

export function parentOf(path: string): string | null {
  const end = path.lastIndexOf('.')
  return end < 0 ? null : path.slice(0, end)
}
