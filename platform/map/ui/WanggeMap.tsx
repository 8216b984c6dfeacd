import type { Map as MapLibre, VectorTileSource } from 'maplibre-gl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Point } from '#platform/kernel/common/geometry.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { mapMessages } from '../common/messages.ts'
import type { MapBounds, MapDrawing, MapPoint, MapView } from '../common/on-the-map.ts'
import { baseSource } from './base-style.ts'
import { addDrawingLayers, showDrawings } from './drawing-layers.ts'
import { addGridLayers, gridSource, markGrid, tilesFrom } from './grid-layers.ts'
import './map.css'
import { followClicks } from './map-clicks.ts'
import { asBounds, canDrawMaps, openMap } from './open-map.ts'
import { addPointImages } from './point-images.ts'
import { addPointLayers, heapLayer, showPoints } from './point-layers.ts'
import { addSketchLayers, followSketch, showSketch, type Sketch } from './sketch.ts'

/** What a page may ask of a map that is on the screen. */
export interface MapHandle {
  readonly fit: (bounds: MapBounds) => void
  readonly goTo: (place: Point, zoom?: number) => void
  readonly moveBy: (x: number, y: number) => void
  readonly centre: () => Point
  readonly placeAt: (x: number, y: number) => Point
}

export interface WanggeMapProps {
  /** Says to a screen reader which map this is. */
  readonly label: string
  /** What is shown at first. */
  readonly bounds: MapBounds
  /** Address of the PMTiles file; null draws grids and points on plain ground. */
  readonly baseMap?: string | null
  /** Address of the grid tiles with `{z}/{x}/{y}`, with the version of the tree. */
  readonly gridTiles?: string | null
  readonly ownGrid?: string | null
  readonly chosenGrid?: string | null
  readonly points?: readonly MapPoint[]
  /** Borders that are being drawn by hand; whether there is one is decided when the map opens. */
  readonly sketch?: Sketch
  /** Lines and areas over the grids, below the points. */
  readonly drawings?: readonly MapDrawing[]
  readonly chosenDrawing?: string | null
  readonly onChooseGrid?: (path: string) => void
  readonly onChoosePoint?: (id: string) => void
  readonly onChooseDrawing?: (id: string) => void
  readonly onClickPlace?: (place: Point) => void
  readonly onView?: (view: MapView) => void
  readonly onReady?: (map: MapHandle) => void
  /** Arrow keys belong to the page, which moves the map itself. */
  readonly ownKeys?: boolean
  /** Legend, crosshair: laid over the map. */
  readonly children?: ReactNode
}

export const usualBaseMap = '/basemap/city.pmtiles'

/** Where the tiles of the grids are, for a version of the tree (`grid.tree` tells it). */
export function gridTilesOf(version: number): string {
  return `/tiles/grids/{z}/{x}/{y}.mvt?v=${version}`
}

/**
 * The map of office and field: a quiet base, grids by level, things as shapes. It holds nothing that is not also in a
 * list beside it, so it needs no other way for those who cannot see or point.
 */
export function WanggeMap(props: WanggeMapProps) {
  const { label, baseMap = usualBaseMap, gridTiles = null, points, ownGrid = null, chosenGrid = null } = props
  const { drawings, chosenDrawing = null } = props
  const t = useText(mapMessages)
  const keysId = useId()
  const box = useRef<HTMLDivElement>(null)
  const newest = useRef({ props, t })
  const [map, setMap] = useState<MapLibre | null>(null)
  const [state, setState] = useState<'loading' | 'ready' | 'no-base' | 'no-webgl'>(() =>
    canDrawMaps() ? 'loading' : 'no-webgl',
  )
  useEffect(() => {
    newest.current = { props, t }
  })

  useEffect(() => {
    if (!canDrawMaps()) return
    const { props: first, t: say } = newest.current
    const opened = openMap(box.current!, baseMap, first.bounds, {
      title: first.label,
      zoomIn: say('map.zoom-in'),
      zoomOut: say('map.zoom-out'),
      attribution: say('map.attribution'),
      metres: say('map.metres'),
      kilometres: say('map.kilometres'),
    })
    if (first.ownKeys) opened.keyboard.disable()
    opened.getCanvas().setAttribute('aria-describedby', keysId)
    opened.on('error', event => {
      if ('sourceId' in event && event.sourceId === baseSource) setState('no-base')
    })
    opened.once('style.load', () => {
      addPointImages(opened)
      addDrawingLayers(opened)
      addPointLayers(opened, { count: say('map.cluster'), overdue: say('map.cluster-overdue') })
      followClicks(opened, () => newest.current.props)
      if (first.sketch) {
        addSketchLayers(opened)
        followSketch(opened, () => newest.current.props.sketch)
      }
      const view = () => newest.current.props.onView?.(viewOf(opened))
      opened.on('moveend', view)
      view()
      setMap(opened)
      setState(before => (before === 'loading' ? 'ready' : before))
      newest.current.props.onReady?.(handleOf(opened))
    })
    return () => {
      setMap(null)
      opened.remove()
    }
  }, [baseMap, keysId])

  useGrids(map, gridTiles, ownGrid, chosenGrid)
  useEffect(() => {
    if (map) showPoints(map, points ?? [])
  }, [map, points])
  useEffect(() => {
    if (map) showDrawings(map, drawings ?? [], chosenDrawing)
  }, [map, drawings, chosenDrawing])

  const { sketch } = props
  useEffect(() => {
    if (map && sketch) showSketch(map, sketch)
  }, [map, sketch])

  return (
    <div className="m-map" role="group" aria-label={label}>
      <div className="m-canvas" ref={box} />
      <p id={keysId} className="m-unseen">
        {t('map.keys')}
      </p>
      {state === 'loading' ? <p className="m-note">{t('map.loading')}</p> : null}
      {state === 'no-base' ? <p className="m-note">{t('map.no-base')}</p> : null}
      {state === 'no-webgl' ? <p className="m-note">{t('map.no-webgl')}</p> : null}
      {props.children}
    </div>
  )
}

/** Grid tiles come and go with the version of the tree; the marks are set anew on each. */
function useGrids(map: MapLibre | null, tiles: string | null, own: string | null, chosen: string | null): void {
  useEffect(() => {
    if (!map || tiles === null) return
    const source = map.getSource<VectorTileSource>(gridSource)
    if (source) source.setTiles([tilesFrom(tiles)])
    else addGridLayers(map, tiles, heapLayer)
  }, [map, tiles])
  useMark(map, tiles, 'own', own)
  useMark(map, tiles, 'chosen', chosen)
}

function useMark(map: MapLibre | null, tiles: string | null, mark: 'own' | 'chosen', path: string | null): void {
  useEffect(() => {
    if (!map || tiles === null || path === null) return
    markGrid(map, mark, path, true)
    return () => markGrid(map, mark, path, false)
  }, [map, tiles, mark, path])
}

function viewOf(map: MapLibre): MapView {
  const [[west, south], [east, north]] = map.getBounds().toArray() as [[number, number], [number, number]]
  return { bounds: [west, south, east, north], zoom: map.getZoom() }
}

function handleOf(map: MapLibre): MapHandle {
  const point = ({ lng, lat }: { lng: number; lat: number }): Point => ({ lon: lng, lat })
  return {
    fit: bounds => void map.fitBounds(asBounds(bounds), { padding: 32, maxZoom: 18 }),
    goTo: ({ lon, lat }, zoom) =>
      void map.easeTo({ center: [lon, lat], ...(zoom === undefined ? {} : { zoom: Math.max(zoom, map.getZoom()) }) }),
    moveBy: (x, y) => void map.panBy([x, y], { animate: false }),
    centre: () => point(map.getCenter()),
    placeAt: (x, y) => point(map.unproject([x, y])),
  }
}
