import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { mapColours } from '#platform/ui/map/tokens.ts'
import { lightColours } from '#platform/ui/tokens.ts'
import type { MapPoint } from '../common/on-the-map.ts'
import { mapFonts } from './base-style.ts'

export const pointSource = 'points'
export const pointLayer = 'point'
export const heapLayer = 'heap'
const itselfSource = 'itself'
export const itselfLayer = 'itself'

const count: ExpressionSpecification = ['get', 'count']
const overdue: ExpressionSpecification = ['get', 'overdue']
const isHeap: ExpressionSpecification = ['>', count, 1]

/** Words that stand in a heap; the texts come from the catalogue. */
export interface HeapWords {
  readonly count: string
  readonly overdue: string
}

export function addPointLayers(map: MapLibre, words: HeapWords): void {
  map.addSource(pointSource, {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    cluster: true,
    clusterRadius: 44,
    clusterMaxZoom: 16,
    clusterProperties: { count: ['+', count], overdue: ['+', overdue] },
  })
  map.addSource(itselfSource, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  for (const layer of pointLayers(words)) map.addLayer(layer)
}

/** A heap tells how many, and how many of them are overdue: by a red rim whose width grows with the share, and in words. */
function pointLayers(words: HeapWords): LayerSpecification[] {
  return [
    {
      id: heapLayer,
      type: 'circle',
      source: pointSource,
      filter: isHeap,
      paint: {
        'circle-color': lightColours.surface,
        'circle-radius': ['interpolate', ['linear'], ['ln', count], 0, 19, 7, 36],
        'circle-stroke-color': ['case', ['>', overdue, 0], lightColours.over, lightColours['line-strong']],
        'circle-stroke-width': ['+', 2, ['*', 8, ['/', overdue, count]]],
      },
    },
    {
      id: 'heap-words',
      type: 'symbol',
      source: pointSource,
      filter: isHeap,
      layout: {
        'text-field': heapText(words),
        'text-font': mapFonts,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': lightColours.text, 'text-halo-color': mapColours.halo, 'text-halo-width': 1 },
    },
    {
      id: pointLayer,
      type: 'symbol',
      source: pointSource,
      filter: ['!', isHeap],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': 0.85,
      },
    },
    {
      id: itselfLayer,
      type: 'symbol',
      source: itselfSource,
      layout: {
        'icon-image': ['get', 'image'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': 1.3,
        'icon-anchor': 'bottom',
        // From the middle of the picture to the foot of the pole.
        'icon-offset': [4.5, 2],
      },
    },
  ]
}

/** `{count}` and `{overdue}` of the catalogue's text become numbers of the heap. */
function heapText(words: HeapWords): ExpressionSpecification {
  const filled = (text: string, name: string, value: ExpressionSpecification): ExpressionSpecification => {
    const [before = '', after = ''] = text.split(`{${name}}`)
    return ['concat', before, ['to-string', value], after]
  }
  const howMany = filled(words.count, 'count', count)
  return ['case', ['>', overdue, 0], ['concat', howMany, '\n', filled(words.overdue, 'overdue', overdue)], howMany]
}

export function showPoints(map: MapLibre, points: readonly MapPoint[]): void {
  void map.getSource<GeoJSONSource>(pointSource)?.setData(drawn(points.filter(({ isItself }) => !isItself)))
  void map.getSource<GeoJSONSource>(itselfSource)?.setData(drawn(points.filter(({ isItself }) => isItself)))
}

function drawn(points: readonly MapPoint[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(point => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point.place.lon, point.place.lat] },
      properties: {
        key: point.id,
        title: point.title,
        image: `${point.shape}-${point.tone}`,
        count: point.count ?? 1,
        overdue: point.overdue ?? (point.tone === 'over' ? 1 : 0),
      },
    })),
  }
}
