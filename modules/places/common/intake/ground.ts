import type { BoundaryCell } from '#modules/grid/common/index.ts'
import type { Point } from '#platform/kernel/common/geometry.ts'

/** The grids, as far as taking in asks them. */
export interface Ground {
  /** The path of the lowest grid that has the place, or null outside every grid. */
  readonly locate: (place: Point) => string | null
  readonly cellOf: (path: string) => BoundaryCell
  readonly nameOf: (path: string) => string
  /** Whether who takes in answers for the grid. */
  readonly mayEdit: (path: string) => boolean
  /** How far a building may reach over a border before it counts as cut, in metres. */
  readonly toleranceMetres: number
}
