import 'maplibre-gl/dist/maplibre-gl.css'
import {
  addProtocol,
  AttributionControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
// MapLibre 6 brings its worker as a file of its own; by address it obeys `worker-src 'self'`.
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import type { MapBounds } from '../common/on-the-map.ts'
import { addPhoneTiles } from './phone-tiles.ts'
import { baseStyle } from './base-style.ts'

let isPrepared = false

function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  setWorkerUrl(new URL(workerAddress, location.href).href)
  addProtocol('pmtiles', new Protocol().tile)
  addPhoneTiles()
}

/** Some old or locked-down machines have no WebGL; the lists say the same there. */
export function canDrawMaps(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

export interface MapWords {
  readonly title: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly attribution: string
  readonly metres: string
  readonly kilometres: string
}

/** A flat map with north up, that stays within reach of its place. */
export function openMap(container: HTMLElement, baseMap: string | null, bounds: MapBounds, words: MapWords): MapLibre {
  prepare()
  const map = new MapLibre({
    container,
    style: baseStyle(baseMap),
    bounds: asBounds(bounds),
    fitBoundsOptions: { padding: 16 },
    minZoom: 7,
    maxZoom: 20,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    // The page is printed as it is seen.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'AttributionControl.ToggleAttribution': words.attribution,
      'ScaleControl.Meters': words.metres,
      'ScaleControl.Kilometers': words.kilometres,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  map.addControl(new AttributionControl({ compact: false }), 'bottom-right')
  return map
}

export function asBounds([west, south, east, north]: MapBounds): [[number, number], [number, number]] {
  return [
    [west, south],
    [east, north],
  ]
}
