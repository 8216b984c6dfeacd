import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { mapColours } from '#platform/ui/map/tokens.ts'
import { drawingTones, type MapDrawing } from '../common/on-the-map.ts'
import { mapFonts } from './base-style.ts'

const source = 'drawings'
const areaLayer = 'drawing-area'
const lineLayer = 'drawing-line'

/** Where a click may meet a drawing, the lines first. */
export const drawingLayers = [lineLayer, areaLayer]

const colour = [
  'match',
  ['get', 'tone'],
  ...drawingTones.slice(0, -1).flatMap(tone => [tone, mapColours[`draw-${tone}`]]),
  mapColours['draw-gap'],
] as unknown as ExpressionSpecification
const isChosen: ExpressionSpecification = ['==', ['get', 'chosen'], true]
const isLine: ExpressionSpecification = ['==', ['get', 'line'], true]

export function addDrawingLayers(map: MapLibre): void {
  map.addSource(source, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  for (const layer of layers()) map.addLayer(layer)
}

function layers(): LayerSpecification[] {
  return [
    {
      id: areaLayer,
      type: 'fill',
      source,
      filter: ['!', isLine],
      paint: { 'fill-color': colour, 'fill-opacity': ['case', isChosen, 0.34, 0.14] },
    },
    {
      id: lineLayer,
      type: 'line',
      source,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': colour,
        'line-width': ['case', isChosen, 6, isLine, 3, 2],
        'line-opacity': ['case', isChosen, 1, 0.85],
      },
    },
    {
      id: 'drawing-name',
      type: 'symbol',
      source,
      filter: ['has', 'label'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': mapFonts,
        'text-size': 13,
        'text-max-width': 8,
      },
      paint: { 'text-color': colour, 'text-halo-color': mapColours.halo, 'text-halo-width': 2 },
    },
  ]
}

export function showDrawings(map: MapLibre, drawings: readonly MapDrawing[], chosen: string | null): void {
  const target = map.getSource<GeoJSONSource>(source)
  if (!target) return
  void target.setData({
    type: 'FeatureCollection',
    features: drawings.map(({ id, title, label, tone, shape }) => ({
      type: 'Feature',
      geometry: shape as never,
      properties: {
        ...{ key: id, title, tone, line: shape.type === 'MultiLineString', chosen: id === chosen },
        ...(label === undefined ? {} : { label }),
      },
    })),
  })
}
