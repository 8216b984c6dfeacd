import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { Polygon, Position } from '#platform/kernel/common/geometry.ts'
import { mapColours as colour } from '#platform/ui/map/tokens.ts'
import { lightColours } from '#platform/ui/tokens.ts'
import { snapped } from './snap-place.ts'

/** Ground that is drawn or redrawn; `fault` is where something is wrong with it, `around` only shows what it lies in. */
export interface SketchArea {
  readonly id: string
  readonly polygon: Polygon
  readonly look: 'plain' | 'around' | 'chosen' | 'fault'
}

export interface SketchCorner {
  readonly at: Position
  readonly isChosen: boolean
}

/** Where something is wrong: a ring of the same size at any scale, so that a sliver of a centimetre is seen too. */
export type SketchMark = SketchCorner

/** What is drawn on a map by hand. Everything that can be done here with the mouse, the page does with keys too. */
export interface Sketch {
  readonly areas: readonly SketchArea[]
  readonly corners: readonly SketchCorner[]
  readonly marks?: readonly SketchMark[]
  /** Corners that a click or a dragged corner falls on when it comes near. */
  readonly snapTo?: readonly Position[]
  /** A line in the making. While there is one (also an empty one), a click adds a point to it. */
  readonly line: readonly Position[] | null
  readonly onArea?: (id: string) => void
  readonly onCorner?: (index: number) => void
  readonly onMoveCorner?: (index: number, to: Position) => void
  readonly onPoint?: (at: Position) => void
}

const sources = {
  ...{ areas: 'sketch-areas', corners: 'sketch-corners' },
  ...{ line: 'sketch-line', marks: 'sketch-marks' },
} as const
const areaLayer = 'sketch-fill'
const cornerLayer = 'sketch-corner'
const look: ExpressionSpecification = ['get', 'look']
const byLook = <T extends string | number>(of: {
  chosen: T
  fault: T
  around: T
  plain: T
}): ExpressionSpecification => ['match', look, 'chosen', of.chosen, 'fault', of.fault, 'around', of.around, of.plain]
const nothing = { type: 'FeatureCollection' as const, features: [] }

export function addSketchLayers(map: MapLibre): void {
  for (const id of Object.values(sources)) map.addSource(id, { type: 'geojson', data: nothing })
  map.addLayer({
    id: areaLayer,
    type: 'fill',
    source: sources.areas,
    paint: {
      'fill-color': byLook({
        chosen: colour['grid-chosen'],
        fault: lightColours.over,
        around: colour['grid-1'],
        plain: colour['grid-4'],
      }),
      'fill-opacity': byLook({ chosen: 0.18, fault: 0.45, around: 0, plain: 0.04 }),
    },
  })
  map.addLayer({
    id: 'sketch-border',
    type: 'line',
    source: sources.areas,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': byLook({
        chosen: colour['grid-chosen'],
        fault: lightColours.over,
        around: colour['grid-1'],
        plain: colour['grid-4'],
      }),
      'line-width': byLook({ chosen: 3, fault: 3, around: 2.4, plain: 1.2 }),
    },
  })
  map.addLayer({
    id: 'sketch-line',
    type: 'line',
    source: sources.line,
    paint: { 'line-color': colour['grid-own'], 'line-width': 3, 'line-dasharray': [2, 1] },
  })
  map.addLayer({
    id: 'sketch-line-point',
    type: 'circle',
    source: sources.line,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': colour['grid-own'] },
  })
  map.addLayer({
    id: 'sketch-mark',
    type: 'circle',
    source: sources.marks,
    paint: {
      'circle-radius': ['case', ['get', 'isChosen'], 16, 11],
      'circle-opacity': 0,
      'circle-stroke-color': lightColours.over,
      'circle-stroke-width': ['case', ['get', 'isChosen'], 4, 2],
    },
  })
  map.addLayer({
    id: cornerLayer,
    type: 'circle',
    source: sources.corners,
    paint: {
      'circle-radius': ['case', ['get', 'isChosen'], 9, 5],
      'circle-color': lightColours.surface,
      'circle-stroke-color': colour['grid-chosen'],
      'circle-stroke-width': ['case', ['get', 'isChosen'], 4, 2],
    },
  })
}

export function showSketch(map: MapLibre, sketch: Sketch | undefined): void {
  const areas = sketch?.areas ?? []
  const line = sketch?.line ?? []
  put(map, sources.areas, [
    ...areas.map(({ id, polygon, look: of }) => feature(polygon as unknown as GeoJSON.Geometry, { key: id, look: of })),
  ])
  put(map, sources.line, [
    ...(line.length > 1 ? [feature({ type: 'LineString', coordinates: line.map(at => [...at]) }, {})] : []),
    ...line.map(at => feature({ type: 'Point', coordinates: [...at] }, {})),
  ])
  showCorners(map, sketch?.corners ?? [])
  showPlaces(map, sources.marks, sketch?.marks ?? [])
}

const showCorners = (map: MapLibre, corners: readonly SketchCorner[]) => showPlaces(map, sources.corners, corners)

function showPlaces(map: MapLibre, source: string, places: readonly SketchCorner[]): void {
  put(
    map,
    source,
    places.map(({ at, isChosen }, key) => feature({ type: 'Point', coordinates: [...at] }, { key, isChosen })),
  )
}

function put(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  void map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features })
}

const feature = (geometry: GeoJSON.Geometry, properties: object): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
})

/** A click means: a point of the line in the making, else the corner below it, else the area. Corners can be dragged. */
export function followSketch(map: MapLibre, present: () => Sketch | undefined): void {
  map.on('click', event => {
    const sketch = present()
    if (!sketch) return
    if (sketch.line) return sketch.onPoint?.(meantBy(event, map, sketch.snapTo ?? []))
    const corner = keyAt(map, event, cornerLayer)
    if (corner !== null) return sketch.onCorner?.(Number(corner))
    const area = keyAt(map, event, areaLayer, key =>
      sketch.areas.some(({ id, look: of }) => id === key && of !== 'around'),
    )
    if (area !== null) sketch.onArea?.(area)
  })
  map.on('mousedown', event => {
    const sketch = present()
    const key = sketch?.onMoveCorner && !sketch.line ? keyAt(map, event, cornerLayer) : null
    if (sketch === undefined || key === null) return
    event.preventDefault()
    drag(map, sketch, Number(key), event)
  })
}

/** Two pixels are a trembling hand, not a move. */
const leastPixels = 3

function drag(map: MapLibre, sketch: Sketch, index: number, from: MapMouseEvent): void {
  const own = sketch.corners[index]?.at
  const others = (sketch.snapTo ?? []).filter(at => String(at) !== String(own))
  const moved = (event: MapMouseEvent) => event.point.dist(from.point) >= leastPixels
  const follow = (event: MapMouseEvent) => {
    if (!moved(event)) return
    showCorners(
      map,
      sketch.corners.map((corner, i) => (i === index ? { at: meantBy(event, map, others), isChosen: true } : corner)),
    )
  }
  map.on('mousemove', follow)
  map.once('mouseup', event => {
    map.off('mousemove', follow)
    if (moved(event)) sketch.onMoveCorner?.(index, meantBy(event, map, others))
  })
}

function meantBy(event: MapMouseEvent, map: MapLibre, corners: readonly Position[]): Position {
  const project = ([lon, lat]: Position) => map.project([lon, lat])
  return snapped({ at: placeOf(event), point: event.point }, corners, project)
}

function placeOf({ lngLat }: MapMouseEvent): Position {
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  return [round(lngLat.lng), round(lngLat.lat)]
}

function keyAt(
  map: MapLibre,
  { point }: MapMouseEvent,
  layer: string,
  isMeant: (key: string) => boolean = () => true,
): string | null {
  const found = map.queryRenderedFeatures(point, { layers: [layer] }).map(({ properties }) => String(properties.key))
  return found.find(isMeant) ?? null
}
