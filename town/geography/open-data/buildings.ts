import { areaSquareMetres } from '#platform/planar/common/measure.ts'
import { placeInside } from '#platform/planar/common/place-inside.ts'
import { type Point } from '#platform/planar/common/point.ts'
import { type PolygonRings, toPolygons } from '#platform/planar/common/rings.ts'
import type { AreaFeature, OpenFeature, Tags } from './source.ts'

export interface OpenBuilding {
  /** Serial number in the order of the source; the base map carries the same. */
  readonly id: number
  readonly tags: Tags
  readonly polygon: PolygonRings
  readonly outline: readonly Point[]
  /** Surely inside. */
  readonly place: Point
  readonly footprintSquareMetres: number
  /** 0 when the open data does not say. */
  readonly taggedFloors: number
}

export function readBuildings(features: readonly OpenFeature[]): OpenBuilding[] {
  const areas = features.filter(
    (feature): feature is AreaFeature => feature.type === 'area' && isBuilding(feature.tags),
  )
  return areas.flatMap((area, i) => toBuilding(area, i + 1) ?? [])
}

function isBuilding(tags: Tags): boolean {
  return tags.building !== undefined && tags.building !== 'no'
}

function toBuilding(area: AreaFeature, id: number): OpenBuilding | null {
  const polygon = toPolygons(area.rings)[0]
  const outline = polygon?.[0]
  if (!polygon || !outline) return null
  const floors = Number.parseInt(area.tags['building:levels'] ?? '', 10)
  return {
    id,
    tags: area.tags,
    polygon,
    outline,
    place: placeInside(polygon),
    footprintSquareMetres: polygon.reduce((sum, ring) => sum + areaSquareMetres(ring), 0),
    taggedFloors: Number.isFinite(floors) && floors > 0 ? Math.min(floors, 60) : 0,
  }
}
