import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import { areaSquareMetres, lengthMetres } from '#platform/planar/common/measure.ts'
import {
  at,
  type Box,
  boxOf,
  doubleArea,
  fromDegrees,
  type Point,
  samePoint,
  toDegrees,
} from '#platform/planar/common/point.ts'
import type { PolygonRings } from '#platform/planar/common/rings.ts'

/** A grid's ground on whole ten-millionths of a degree. Outer rings run anticlockwise, holes clockwise, none is closed. */
export interface BoundaryCell {
  readonly path: string
  readonly parts: readonly PolygonRings[]
}

/** GeoJSON as people and programs write it, whichever way its rings run, as parts that can be computed with. */
export function partsOf(polygon: Polygon): PolygonRings[] {
  const polygons = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return polygons.map(rings => rings.map((ring, i) => turned(openRing(ring), i === 0)))
}

function openRing(ring: readonly Position[]): Point[] {
  const points = ring.map(fromDegrees)
  return points.filter(
    (p, i) => !samePoint(p, at(points, (i + points.length - 1) % points.length)) || points.length === 1,
  )
}

function turned(ring: readonly Point[], isOuter: boolean): readonly Point[] {
  return doubleArea(ring) > 0 === isOuter ? ring : ring.toReversed()
}

/** GeoJSON by the right-hand rule of RFC 7946: outer rings anticlockwise, closed, seven decimals. */
export function polygonOf(parts: readonly PolygonRings[]): Polygon {
  const coordinates = parts.map(rings => rings.map(ring => [...ring, at(ring, 0)].map(toDegrees)))
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: at(coordinates, 0) }
    : { type: 'MultiPolygon', coordinates }
}

export function areaOf(parts: readonly PolygonRings[]): number {
  return parts.flat().reduce((sum, ring) => sum + areaSquareMetres(ring), 0)
}

/** Mean width in metres, as of a strip: twice the area by the length of the border. */
export function widthOf(parts: readonly PolygonRings[]): number {
  const border = parts.flat().reduce((sum, ring) => sum + lengthMetres([...ring, at(ring, 0)]), 0)
  return border === 0 ? 0 : (2 * Math.abs(areaOf(parts))) / border
}

export function boxAround(parts: readonly PolygonRings[]): Box {
  return boxOf(parts.flat(2))
}
