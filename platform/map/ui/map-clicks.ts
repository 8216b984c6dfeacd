import type { GeoJSONSource, Map as MapLibre, MapGeoJSONFeature, MapMouseEvent } from 'maplibre-gl'
import { drawingLayers } from './drawing-layers.ts'
import { gridFillLayers } from './grid-layers.ts'
import { heapLayer, itselfLayer, pointLayer, pointSource } from './point-layers.ts'
import type { WanggeMapProps } from './WanggeMap.tsx'

/** One click, one meaning: a thing before a heap before a grid. */
export function followClicks(map: MapLibre, present: () => WanggeMapProps): void {
  map.on('click', event => {
    const { onChoosePoint, onChooseDrawing, onChooseGrid, onClickPlace } = present()
    onClickPlace?.({ lon: event.lngLat.lng, lat: event.lngLat.lat })
    const thing = featuresAt(map, event, [itselfLayer, pointLayer])[0]
    if (thing && onChoosePoint) return onChoosePoint(String(thing.properties.key))
    const heap = featuresAt(map, event, [heapLayer])[0]
    if (heap) return void openHeap(map, heap)
    const drawing = featuresAt(map, event, drawingLayers)[0]
    if (drawing && onChooseDrawing) return onChooseDrawing(String(drawing.properties.key))
    const grid = lowest(featuresAt(map, event, gridFillLayers))
    if (grid) onChooseGrid?.(String(grid.properties.path))
  })
  map.on('mousemove', event => {
    const over = featuresAt(map, event, [itselfLayer, pointLayer, heapLayer, ...drawingLayers])[0]
    map.getCanvas().style.cursor = over ? 'pointer' : ''
    map.getCanvas().title = over ? String(over.properties.title ?? '') : ''
  })
}

function featuresAt(map: MapLibre, { point }: MapMouseEvent, layers: readonly string[]): MapGeoJSONFeature[] {
  const drawn = layers.filter(layer => map.getLayer(layer))
  return drawn.length === 0 ? [] : map.queryRenderedFeatures(point, { layers: drawn })
}

function lowest(grids: readonly MapGeoJSONFeature[]): MapGeoJSONFeature | undefined {
  return [...grids].sort((a, b) => Number(b.properties.level) - Number(a.properties.level))[0]
}

/** A heap of ours opens to where it falls apart; one the server made only says how many, so the map goes closer. */
async function openHeap(map: MapLibre, heap: MapGeoJSONFeature): Promise<void> {
  if (heap.geometry.type !== 'Point') return
  const center = heap.geometry.coordinates as [number, number]
  const id: unknown = heap.properties.cluster_id
  const zoom =
    typeof id === 'number'
      ? await map.getSource<GeoJSONSource>(pointSource)!.getClusterExpansionZoom(id)
      : map.getZoom() + 2
  map.easeTo({ center, zoom })
}
