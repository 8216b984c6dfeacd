import type { Point } from '#platform/kernel/common/geometry.ts'

/** What can be wrong with the boundaries of a tree. The order is that in which a person mends them. */
export const findingKinds = [
  'no-ground',
  'self-crossing',
  'duplicate',
  'overlap',
  'gap',
  'sliver',
  'outside-parent',
  'parent-not-filled',
  'building-cut',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** One fault, with its place and the grids that it concerns. */
export interface Finding {
  readonly kind: FindingKind
  readonly place: Point
  /** The grids that it lies between or in; for a gap its neighbours. Never empty. */
  readonly paths: readonly string[]
  /** Square metres of the gap, overlap or grid; null where the fault has no ground. */
  readonly areaSquareMetres: number | null
  /** Mean width of a sliver, in metres. */
  readonly widthMetres: number | null
  /** The outline of the fault, for the map. */
  readonly outline: readonly (readonly [lon: number, lat: number])[] | null
  /** Which building is cut. */
  readonly building: string | null
}

/** From where on something is a fault, in whole centimetres. Local practice, configurable. */
export interface BoundaryRules {
  /** A gap or overlap narrower than this is a sliver: the same border drawn twice, which snapping mends. */
  readonly sliverCentimetres: number
  /** A grid of a smaller mean width is one that came about by mistake. */
  readonly leastGridWidthCentimetres: number
  /** How far a building may reach over a border before it counts as cut: outlines are not surveyed to the brick. */
  readonly buildingToleranceCentimetres: number
}

export const usualBoundaryRules: BoundaryRules = {
  sliverCentimetres: 50,
  leastGridWidthCentimetres: 100,
  buildingToleranceCentimetres: 50,
}
