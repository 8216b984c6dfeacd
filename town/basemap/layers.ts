import { readLandmarks } from '../geography/open-data/landmarks.ts'
import type { OpenCity } from '../geography/open-data/open-city.ts'
import type { AreaFeature, LineFeature, OpenFeature, Tags } from '../geography/open-data/source.ts'
import { type Point, toDegrees } from '#platform/planar/common/point.ts'
import { type PolygonRings, toPolygons } from '#platform/planar/common/rings.ts'

export const layerNames = ['water', 'green', 'area', 'building', 'road', 'poi'] as const
export type LayerName = (typeof layerNames)[number]

type Properties = Readonly<Record<string, string | number>>

/** Sorted into what is drawn, with only the properties that the style reads. */
export type Layers = Readonly<Record<LayerName, readonly GeoJSON.Feature[]>>

/** Ranks beyond the roads' own (0 to 7): railways and streams travel in the same layer. */
const rail = 20
const stream = 30

export function toLayers(city: OpenCity): Layers {
  const areas = city.features.filter((feature): feature is AreaFeature => feature.type === 'area')
  const lines = city.features.filter((feature): feature is LineFeature => feature.type === 'line')
  const areasThat = (is: (tags: Tags) => boolean, properties: (tags: Tags) => Properties = () => ({})) =>
    areas.filter(area => is(area.tags)).flatMap(area => polygons(area, properties(area.tags)))
  return {
    water: areasThat(isWater),
    green: areasThat(isGreen),
    area: areasThat(isLandUse, tags => ({ k: tags.landuse! })),
    building: city.buildings.map(building => {
      const address = city.addresses.get(building.id)
      const number = address ? { no: `${address.houseNumber}号` } : {}
      return feature(ringsOf(building.polygon), { h: Math.max(3, (building.taggedFloors || 2) * 3), ...number })
    }),
    road: [
      ...city.roads.map(road => {
        const name = road.name === null ? {} : { name: road.name }
        return feature(lineString(road.lines), { r: road.rank, ...name, ...(road.isBridge ? { br: 1 } : {}) })
      }),
      ...lines.filter(({ tags }) => tags.railway === 'rail').map(line => feature(lineString(line.lines), { r: rail })),
      ...lines.filter(({ tags }) => tags.waterway).map(line => feature(lineString(line.lines), { r: stream })),
    ],
    poi: readLandmarks(city.features).map(({ kind, chineseKind, place }) =>
      feature({ type: 'Point', coordinates: position(place) }, { k: kind, name: chineseKind }),
    ),
  }
}

function isWater(tags: Tags): boolean {
  return tags.natural === 'water' || tags.waterway === 'riverbank' || tags.landuse === 'reservoir'
}

function isGreen({ leisure, landuse, natural }: Tags): boolean {
  return (
    ['park', 'garden', 'pitch', 'playground', 'golf_course', 'stadium'].includes(leisure ?? '') ||
    ['grass', 'forest', 'meadow', 'recreation_ground', 'cemetery', 'village_green', 'orchard'].includes(
      landuse ?? '',
    ) ||
    ['wood', 'scrub', 'grassland'].includes(natural ?? '')
  )
}

function isLandUse({ landuse }: Tags): boolean {
  return ['residential', 'commercial', 'retail', 'industrial', 'construction', 'military'].includes(landuse ?? '')
}

function feature(geometry: GeoJSON.Geometry, properties: Properties): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry }
}

function polygons(area: Extract<OpenFeature, { type: 'area' }>, properties: Properties): GeoJSON.Feature[] {
  return toPolygons(area.rings).map(polygon => feature(ringsOf(polygon), properties))
}

function ringsOf(polygon: PolygonRings): GeoJSON.Polygon {
  return { type: 'Polygon', coordinates: polygon.map(ring => [...ring, ring[0]!].map(position)) }
}

function lineString(lines: readonly (readonly Point[])[]): GeoJSON.MultiLineString {
  return { type: 'MultiLineString', coordinates: lines.map(line => line.map(position)) }
}

function position(point: Point): [number, number] {
  const [lon, lat] = toDegrees(point)
  return [lon, lat]
}
