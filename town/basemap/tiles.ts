import { gzipSync } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Bounds, Tile } from '#platform/map/server/pmtiles.ts'
import { type LayerName, type Layers, layerNames } from './layers.ts'

export const zooms = { least: 9, most: 15 } as const

const extent = 4096
const firstZoom: Readonly<Record<LayerName, number>> = { water: 8, green: 10, area: 11, building: 13, road: 9, poi: 14 }

/** The smallest roads that are drawn at a zoom; from the last zoom on all of them. */
const roadRankAt: Readonly<Record<number, number>> = { 9: 1, 10: 1, 11: 2, 12: 3, 13: 5, 14: 6 }

/** All tiles that have something in them, each with only what is drawn at its zoom. */
export function cutTiles(layers: Layers, bounds: Bounds): Tile[] {
  const cutters = new Map(layerNames.map(name => [name, cutterOf(layers[name])]))
  const tiles: Tile[] = []
  for (let z = zooms.least; z <= zooms.most; z++) {
    const [west, north, east, south] = [
      column(bounds[0], z),
      row(bounds[3], z),
      column(bounds[2], z),
      row(bounds[1], z),
    ]
    for (let x = west; x <= east; x++) {
      for (let y = north; y <= south; y++) {
        const cut = cutTile(cutters, z, x, y)
        if (cut) tiles.push({ z, x, y, gzipped: cut })
      }
    }
  }
  return tiles
}

function cutterOf(features: readonly GeoJSON.Feature[]): GeoJSONVT {
  const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...features] }
  const options = { maxZoom: zooms.most, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: 3, extent, buffer: 64 }
  return new GeoJSONVT(collection, options)
}

function cutTile(cutters: ReadonlyMap<LayerName, GeoJSONVT>, z: number, x: number, y: number): Buffer | null {
  const inTile: Record<string, NonNullable<ReturnType<GeoJSONVT['getTile']>>> = {}
  for (const [name, cutter] of cutters) {
    const tile = z < firstZoom[name] ? null : cutter.getTile(z, x, y)
    if (!tile) continue
    const features =
      name === 'road'
        ? tile.features.filter((feature: GeoJSONVTFeature) => isRoadShown(Number(feature.tags?.r), z))
        : tile.features
    // The features are some of the tile's own; only the library's union of two kinds of tile is lost in filtering.
    if (features.length > 0) inTile[name] = { ...tile, features } as typeof tile
  }
  if (Object.keys(inTile).length === 0) return null
  return gzipSync(fromGeojsonVt(inTile, { version: 2, extent }), { level: 9 })
}

function isRoadShown(rank: number, z: number): boolean {
  const most = roadRankAt[z]
  return most === undefined || rank >= 20 || rank <= most
}

function column(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z)
}

function row(lat: number, z: number): number {
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** z)
}
