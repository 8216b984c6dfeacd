import type {
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibre,
  VectorSourceSpecification,
} from 'maplibre-gl'
import { mapColours as colour } from '#platform/ui/map/tokens.ts'
import { hasMapSupply, phoneTiles } from './phone-tiles.ts'
import { mapFonts } from './base-style.ts'

export const gridSource = 'grids'
export const deepestGridLevel = 6
const levels = [1, 2, 3, 4, 5, 6]

export const gridFillLayers = levels.map(level => `grid-fill-${level}`)

const isChosen: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false]
const isOwn: ExpressionSpecification = ['boolean', ['feature-state', 'own'], false]

/** The worker needs whole addresses; `URL` would write the braces as %7B. */
export function wholeAddress(tiles: string): string {
  return new URL(tiles, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
}

/** From the device first, where it has a cut of the map. */
export function tilesFrom(tiles: string): string {
  return hasMapSupply() ? phoneTiles('grids', wholeAddress(tiles)) : wholeAddress(tiles)
}

/** Drawn from the server's tiles: layers `grid-1` … and `name-1` …, each feature known by its path. */
export function gridSourceOf(tiles: string): VectorSourceSpecification {
  return {
    type: 'vector',
    tiles: [tilesFrom(tiles)],
    minzoom: 0,
    maxzoom: 16,
    promoteId: Object.fromEntries(levels.map(level => [`grid-${level}`, 'path'])),
  }
}

export function addGridLayers(map: MapLibre, tiles: string, before?: string): void {
  map.addSource(gridSource, gridSourceOf(tiles))
  for (const layer of gridLayers()) map.addLayer(layer, before)
}

/** From the finest up, so that a street's border lies on the alley's it shares; names above all. */
export function gridLayers(): LayerSpecification[] {
  const upwards = [...levels].reverse()
  return [...upwards.map(fillOf), ...upwards.map(lineOf), ...upwards.map(markOf), ...upwards.map(nameOf)]
}

function borderColour(level: number): string {
  return colour[`grid-${Math.min(level, 4) as 1 | 2 | 3 | 4}`]
}

/** Heavier for higher levels: the eye finds the street first, the alley grid last. */
function weight(level: number): number {
  return Math.max(0.7, 3.4 - 0.7 * level)
}

/** Not seen unless chosen or one's own, but always there to be clicked. */
function fillOf(level: number): LayerSpecification {
  return {
    id: `grid-fill-${level}`,
    type: 'fill',
    source: gridSource,
    'source-layer': `grid-${level}`,
    paint: {
      'fill-color': ['case', isChosen, colour['grid-chosen'], colour['grid-own']],
      'fill-opacity': ['case', isChosen, 0.16, isOwn, 0.08, 0],
    },
  }
}

function lineOf(level: number): LayerSpecification {
  return {
    id: `grid-line-${level}`,
    type: 'line',
    source: gridSource,
    'source-layer': `grid-${level}`,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': borderColour(level), 'line-width': weight(level), 'line-opacity': 0.8 },
  }
}

/** The border of one's own and of the chosen grid, above all other borders. */
function markOf(level: number): LayerSpecification {
  return {
    id: `grid-mark-${level}`,
    type: 'line',
    source: gridSource,
    'source-layer': `grid-${level}`,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': ['case', isChosen, colour['grid-chosen'], colour['grid-own']],
      'line-width': ['case', isChosen, 4, 3],
      'line-opacity': ['case', isChosen, 1, isOwn, 1, 0],
    },
  }
}

function nameOf(level: number): LayerSpecification {
  return {
    id: `grid-name-${level}`,
    type: 'symbol',
    source: gridSource,
    'source-layer': `name-${level}`,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': mapFonts,
      'text-size': Math.max(11, 17 - 1.5 * level),
      'text-max-width': 9,
      'symbol-sort-key': level,
    },
    paint: { 'text-color': colour['grid-name'], 'text-halo-color': colour.halo, 'text-halo-width': 1.8 },
  }
}

/** Marks a grid as chosen or own, or takes the mark away. A map that is being removed has no style any more. */
export function markGrid(map: MapLibre, mark: 'chosen' | 'own', path: string, isMarked: boolean): void {
  if (map.style && map.getSource(gridSource)) map.setFeatureState(featureOf(path), { [mark]: isMarked })
}

const featureOf = (path: string) => ({
  source: gridSource,
  sourceLayer: `grid-${path.split('.').length}`,
  id: path,
})
