import { type GridKind, inNumberingOrder } from '#modules/grid/common/index.ts'
import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import type { GeographyGrid, Place } from './geography.ts'
import { placeInside } from '#platform/planar/common/place-inside.ts'
import { outside, type Plane } from '#platform/planar/common/faces.ts'
import { groupBy } from '#platform/kernel/common/group-by.ts'
import { areaSquareMetres } from '#platform/planar/common/measure.ts'
import { at, type Point, toDegrees } from '#platform/planar/common/point.ts'
import { type DirectedEdge, type PolygonRings, toPolygons, traceRings } from '#platform/planar/common/rings.ts'

/** One level of the tree, from the top: to which cell each face belongs, and what kind each cell is. */
export interface TreeLevel {
  readonly cellOf: ArrayLike<number>
  readonly kindOf: (cell: number) => GridKind
}

/** A grid that has its place in the tree and is about to get its name and code. */
export interface PlacedGrid {
  readonly level: number
  readonly cell: number
  readonly kind: GridKind
  readonly ordinal: number
  readonly parent: GeographyGrid | null
}

export interface Naming {
  nameOf(grid: PlacedGrid): string
  codeOf(grid: PlacedGrid): string
}

export interface GridTree {
  readonly grids: readonly GeographyGrid[]
  /** By face, the path of the grid of the lowest level. */
  readonly pathOfFace: readonly string[]
}

/**
 * Draws every level from the same borders, so that a parent's outline is made of its children's, vertex for
 * vertex: no gap, no overlap, and no computing with fractions that could make one.
 */
export function assembleGrids<T>(
  plane: Plane<T>,
  households: ArrayLike<number>,
  levels: readonly TreeLevel[],
  naming: Naming,
): GridTree {
  const grids: GeographyGrid[] = []
  let above = new Map<number, GeographyGrid>()
  let cellOfAbove: ArrayLike<number> | null = null
  levels.forEach((level, depth) => {
    const cells = drawCells(plane, households, level)
    const parentOf = parentsOf(level.cellOf, cellOfAbove)
    const here = new Map<number, GeographyGrid>()
    for (const [parentCell, children] of groupBy(cells, cell => parentOf.get(cell.cell) ?? 0)) {
      const parent = above.get(parentCell) ?? null
      inNumberingOrder(children, child => child.labelPlace).forEach(({ cell, ...drawn }, i) => {
        const placed = { level: depth + 1, cell, kind: level.kindOf(cell), ordinal: i + 1, parent }
        const path = parent ? `${parent.path}.${i + 1}` : String(i + 1)
        const { kind } = placed
        here.set(cell, {
          path,
          level: depth + 1,
          name: naming.nameOf(placed),
          kind,
          code: naming.codeOf(placed),
          ...drawn,
        })
      })
    }
    above = new Map([...here].sort(([, a], [, b]) => comparePaths(a.path, b.path)))
    cellOfAbove = level.cellOf
    for (const grid of above.values()) grids.push(grid)
  })
  const lowest = at(levels, levels.length - 1)
  return { grids, pathOfFace: plane.faces.map((_, face) => above.get(at(lowest.cellOf, face))?.path ?? '') }
}

export function comparePaths(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = at(left, i) - at(right, i)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

interface DrawnCell {
  readonly cell: number
  readonly polygon: Polygon
  readonly areaSquareMetres: number
  readonly labelPlace: Place
  readonly households: number
}

/** In the order of the tree above, so that siblings come together. */
function drawCells<T>(plane: Plane<T>, households: ArrayLike<number>, { cellOf }: TreeLevel): DrawnCell[] {
  const edges = new Map<number, DirectedEdge[]>()
  const homes = new Map<number, number>()
  plane.faces.forEach((_, face) => {
    const cell = at(cellOf, face)
    edges.set(cell, edges.get(cell) ?? [])
    homes.set(cell, (homes.get(cell) ?? 0) + at(households, face))
  })
  const cellAt = (face: number) => (face === outside ? outside : at(cellOf, face))
  for (const { a, b, left, right } of plane.borders) {
    if (cellAt(left) === cellAt(right)) continue
    edges.get(cellAt(left))?.push({ from: a, to: b })
    edges.get(cellAt(right))?.push({ from: b, to: a })
  }
  return [...edges].map(([cell, outline]) => {
    const polygons = toPolygons(traceRings(outline))
    const largest = at(polygons, 0)
    const [lon, lat] = toDegrees(placeInside(largest))
    return {
      cell,
      polygon: toGeoJson(polygons),
      areaSquareMetres: polygons.flat().reduce((sum, ring) => sum + areaSquareMetres(ring), 0),
      labelPlace: { lon, lat },
      households: homes.get(cell) ?? 0,
    }
  })
}

function parentsOf(cellOf: ArrayLike<number>, above: ArrayLike<number> | null): Map<number, number> {
  const parents = new Map<number, number>()
  if (!above) return parents
  for (let face = 0; face < cellOf.length; face++) parents.set(at(cellOf, face), at(above, face))
  return parents
}

function toGeoJson(polygons: readonly PolygonRings[]): Polygon {
  const coordinates = polygons.map(rings => rings.map(closedLine))
  const [only, ...others] = coordinates
  if (!only) throw new Error('a grid without ground')
  return others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates }
}

export function closedLine(ring: readonly Point[]): Position[] {
  return [...ring, at(ring, 0)].map(toDegrees)
}
