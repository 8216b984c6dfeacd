import type { GridIndex, PostSource } from '#modules/grid/server/index.ts'

/** Everything around the module that it is given, not finds. */
export interface Surroundings {
  readonly grids: GridIndex
  readonly posts: PostSource
}
