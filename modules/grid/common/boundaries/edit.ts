import { z } from 'zod'
import { gridKinds } from '../grid.ts'
import { GridPath } from '../grid-path.ts'

/** Degrees of CGCS2000 (as WGS 84); rounded to seven decimals when taken. */
export const Corner = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)])
const Line = z.array(Corner).min(2).max(2000)
const GridName = z.string().trim().min(1).max(60)

export const GroundPolygon = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Corner).min(3).max(20_000)).min(1).max(200) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z
      .array(z.array(z.array(Corner).min(3).max(20_000)).min(1).max(200))
      .min(1)
      .max(500),
  }),
])
export type GroundPolygon = z.infer<typeof GroundPolygon>

/** The paths that new grids got when the step was first taken; the journal keeps them, so that later steps still fit. */
const GivenPaths = z.array(GridPath).max(100).optional()

/**
 * One step of drawing. A border belongs to all the grids along it: corners and stretches move for both neighbours and
 * for every level above, unless `only` says which one grid is meant.
 */
export const BoundaryEdit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('move-corner'), from: Corner, to: Corner, only: GridPath.optional() }),
  z.object({ do: z.literal('add-corner'), a: Corner, b: Corner, at: Corner, only: GridPath.optional() }),
  z.object({ do: z.literal('remove-corner'), at: Corner, only: GridPath.optional() }),
  /** A stretch of border, corner by corner as it is and as it shall be; both begin and end at the same corners. */
  z.object({ do: z.literal('redraw-stretch'), old: Line, new: Line, only: GridPath.optional() }),
  /** Cuts a lowest grid along a line that crosses it. The largest piece keeps path, name and code. */
  z.object({
    ...{ do: z.literal('split'), path: GridPath, line: Line, names: z.array(GridName).max(20).default([]) },
    as: GivenPaths,
  }),
  /**
   * Lowest grids of one parent cut anew together: the parts share out their ground, each keeps one of them or is new.
   * What keeps no part goes into the one that takes most of its ground.
   */
  z.object({
    ...{ do: z.literal('recut'), paths: z.array(GridPath).min(1).max(200) },
    parts: z
      .array(z.object({ keeps: GridPath.nullable(), name: GridName, polygon: GroundPolygon }))
      .min(1)
      .max(100),
    as: GivenPaths,
  }),
  /** Neighbours of one parent become one. What stands below them stands below `into` afterwards. */
  z.object({ do: z.literal('merge'), paths: z.array(GridPath).min(1).max(50), into: GridPath, as: GivenPaths }),
  /** Splits a grid that has grids below: some of them become a grid of their own beside it. */
  z.object({
    ...{ do: z.literal('part'), path: GridPath, children: z.array(GridPath).min(1).max(100), name: GridName },
    as: GivenPaths,
  }),
  /** A grid goes under another grid of the same level, with its ground and all below it. */
  z.object({ do: z.literal('move-under'), path: GridPath, parent: GridPath, as: GivenPaths }),
  /** A stretch of ground goes to a grid, and away from whichever grids beside it have it now. Mends gaps and overlaps. */
  z.object({ do: z.literal('give-ground'), polygon: GroundPolygon, to: GridPath }),
  /** A stretch of ground that a grid has too much, outside of its parent, goes away from it. */
  z.object({ do: z.literal('take-ground'), polygon: GroundPolygon, from: GridPath }),
  /** One grid drawn anew, alone: what its neighbours have is not touched. */
  z.object({ do: z.literal('replace'), path: GridPath, polygon: GroundPolygon }),
  z.object({
    ...{ do: z.literal('add'), parent: GridPath.nullable(), kind: z.enum(gridKinds), name: GridName },
    polygon: GroundPolygon,
    as: GivenPaths,
  }),
  z.object({ do: z.literal('remove'), path: GridPath }),
  z.object({ do: z.literal('rename'), path: GridPath, name: GridName }),
  /** Draws corners and borders of these grids onto their surroundings where they lie closer than this. */
  z.object({ do: z.literal('snap'), paths: z.array(GridPath).min(1).max(5000), metres: z.number().min(0.01).max(20) }),
])
export type BoundaryEdit = z.infer<typeof BoundaryEdit>
export type EditOf<Do extends BoundaryEdit['do']> = Extract<BoundaryEdit, { do: Do }>
