import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { hasMapSupply, phoneTiles } from './phone-tiles.ts'
import { mapColours as colour } from '#platform/ui/map/tokens.ts'

/**
 * No `glyphs` in the style: names are then drawn by the browser from these fonts, so Chinese needs no font server.
 */
export const mapFonts = ['Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif']

export const baseSource = 'base'

/** Ways of the base map by rank: 0 motorway … 7 footway, 20 railway, 30 stream. */
const rank: ExpressionSpecification = ['get', 'r']
const isRoad: ExpressionSpecification = ['<', rank, 20]

function growing(...stops: [zoom: number, size: number][]): DataDrivenPropertyValueSpecification<number> {
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as ExpressionSpecification
}

/** Width of a road by zoom and rank: broad for main roads, a hair for paths. */
function roadWidth(extra: number): DataDrivenPropertyValueSpecification<number> {
  const at = (main: number, side: number, path: number): ExpressionSpecification => [
    'step',
    rank,
    main + extra,
    3,
    side + extra,
    7,
    path + extra,
  ]
  return ['interpolate', ['exponential', 1.6], ['zoom'], 9, at(0.8, 0.3, 0), 13, at(3, 1.2, 0.4), 17, at(18, 9, 2)]
}

/** Streets, houses and water of the PMTiles file; nothing but the ground when there is none. */
export function baseStyle(baseMap: string | null): StyleSpecification {
  const ground: LayerSpecification = {
    id: 'ground',
    type: 'background',
    paint: { 'background-color': colour.ground },
  }
  const from = new URL(baseMap ?? '', location.href).href
  const source: SourceSpecification = {
    type: 'vector',
    ...(hasMapSupply() ? { tiles: [phoneTiles('base', from)], minzoom: 9, maxzoom: 15 } : { url: `pmtiles://${from}` }),
    attribution: '© OpenStreetMap contributors',
  }
  return {
    version: 8,
    sources: baseMap === null ? {} : { [baseSource]: source },
    layers: baseMap === null ? [ground] : [ground, ...surfaces(), ...ways(), ...names()],
  }
}

function layer(layerOf: string) {
  return { source: baseSource, 'source-layer': layerOf } as const
}

function surfaces(): LayerSpecification[] {
  const fill = (id: string, paint: string): LayerSpecification => ({
    id,
    type: 'fill',
    ...layer(id),
    paint: { 'fill-color': paint },
  })
  return [
    fill('area', colour.area),
    fill('green', colour.green),
    fill('water', colour.water),
    {
      id: 'building',
      type: 'fill',
      ...layer('building'),
      minzoom: 14,
      paint: {
        'fill-color': colour.building,
        'fill-outline-color': colour['building-edge'],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0, 15, 1],
      },
    },
  ]
}

function ways(): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      id: 'stream',
      type: 'line',
      ...layer('road'),
      filter: ['==', rank, 30],
      paint: { 'line-color': colour.water, 'line-width': growing([12, 1], [17, 6]) },
    },
    {
      id: 'road-edge',
      type: 'line',
      ...layer('road'),
      filter: isRoad,
      minzoom: 12,
      layout: round,
      paint: { 'line-color': colour['road-edge'], 'line-width': roadWidth(1.2) },
    },
    {
      id: 'road',
      type: 'line',
      ...layer('road'),
      filter: isRoad,
      layout: { ...round, 'line-sort-key': ['-', 0, rank] },
      paint: {
        'line-color': ['step', rank, colour['road-main'], 3, colour.road],
        'line-width': roadWidth(0),
      },
    },
    {
      id: 'rail',
      type: 'line',
      ...layer('road'),
      filter: ['==', rank, 20],
      minzoom: 12,
      paint: { 'line-color': colour.rail, 'line-width': 1.5, 'line-dasharray': [4, 3] },
    },
  ]
}

function names(): LayerSpecification[] {
  const paint = { 'text-color': colour.name, 'text-halo-color': colour.halo, 'text-halo-width': 1.4 }
  return [
    {
      id: 'road-name',
      type: 'symbol',
      ...layer('road'),
      filter: ['all', isRoad, ['has', 'name']],
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': mapFonts,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 17, 14],
      },
      paint,
    },
    {
      id: 'poi-name',
      type: 'symbol',
      ...layer('poi'),
      minzoom: 16,
      layout: { 'text-field': ['get', 'name'], 'text-font': mapFonts, 'text-size': 11, 'text-max-width': 7 },
      paint,
    },
    {
      id: 'house-number',
      type: 'symbol',
      ...layer('building'),
      minzoom: 17,
      filter: ['has', 'no'],
      layout: { 'text-field': ['get', 'no'], 'text-font': mapFonts, 'text-size': 10 },
      paint,
    },
  ]
}
