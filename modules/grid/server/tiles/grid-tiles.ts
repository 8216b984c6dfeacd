import { gzipSync } from 'node:zlib'
import { geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Grid } from '../../common/grid.ts'
import { partsOfShape } from '../cells/shapes.ts'
import { toUnits } from '../cells/units.ts'
import type { GridIndex } from '../grid-index.ts'
import { boxOfTile, buffer, deepestZoom, extent, metresPerPixel, type TileAddress } from './tile-box.ts'

/** Least side of a mean grid of a level, in pixels, from which that level is drawn. Below, borders run together. */
const leastPixels = 14
/** The name needs more room than the border; a grid far larger than the screen needs none. */
const leastPixelsForName = 84
const mostPixelsForName = 1600
const tilesKept = 4000

/**
 * Vector tiles of the grids: per level a layer of outlines (`grid-1`, `grid-2`, …) and one of names (`name-1`, …). Made
 * straight from the index in memory and kept, gzipped, until the tree changes. An empty tile is an empty buffer.
 */
export class GridTiles {
  readonly #index: GridIndex
  #version = Number.NaN
  #kept = new Map<string, Buffer>()
  #outlineFrom: ReadonlyMap<number, number> = new Map()
  #nameFrom: ReadonlyMap<number, number> = new Map()
  #nameUntil: ReadonlyMap<number, number> = new Map()

  constructor(index: GridIndex) {
    this.#index = index
  }

  get version(): number {
    return this.#index.version
  }

  tile(address: TileAddress): Buffer {
    if (this.#version !== this.#index.version) this.#startAnew()
    const key = `${address.z}/${address.x}/${address.y}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const made = this.#make(address)
    const oldest = this.#kept.size >= tilesKept ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, made)
    return made
  }

  #startAnew(): void {
    this.#version = this.#index.version
    this.#kept = new Map()
    this.#outlineFrom = leastZooms(this.#index.all(), leastPixels)
    this.#nameFrom = leastZooms(this.#index.all(), leastPixelsForName)
    this.#nameUntil = leastZooms(this.#index.all(), mostPixelsForName)
  }

  #make(address: TileAddress): Buffer {
    const { cells, grids } = this.#index.shapes()
    const [west, south, east, north] = boxOfTile(address)
    const touched = cells
      .touching(toUnits(west), toUnits(south), toUnits(east), toUnits(north))
      .sort((a, b) => a - b)
      .filter(position => address.z >= this.#outlineFrom.get(grids[position]!.level)!)
    const layers: Record<string, GeoJSON.Feature[]> = {}
    for (const position of touched) {
      const grid = grids[position]!
      add(layers, `grid-${grid.level}`, position, grid, {
        type: 'MultiPolygon',
        coordinates: partsOfShape(cells.shapes, position),
      })
      const isNamed = address.z >= this.#nameFrom.get(grid.level)! && address.z <= this.#nameUntil.get(grid.level)!
      if (!isNamed) continue
      const { lon, lat } = grid.labelPlace
      add(layers, `name-${grid.level}`, position, grid, { type: 'Point', coordinates: [lon, lat] })
    }
    return encode(layers, address)
  }
}

/** From which zoom on a level is drawn, by the mean size of its grids: levels mean other things in other places. */
function leastZooms(grids: readonly Grid[], pixels: number): Map<number, number> {
  const latitude = grids[0]?.labelPlace.lat ?? 0
  const byLevel = Map.groupBy(grids, grid => grid.level)
  return new Map(
    [...byLevel].map(([level, some]) => {
      const mean = some.reduce((sum, grid) => sum + grid.areaSquareMetres, 0) / some.length
      const zoom = Math.log2((pixels * metresPerPixel(0, latitude)) / Math.sqrt(mean))
      return [level, Math.min(deepestZoom, Math.max(0, Math.ceil(zoom)))]
    }),
  )
}

function add(
  layers: Record<string, GeoJSON.Feature[]>,
  layer: string,
  position: number,
  { path, name, level, kind }: Grid,
  geometry: GeoJSON.Geometry,
): void {
  const features = (layers[layer] ??= [])
  features.push({ type: 'Feature', id: position + 1, properties: { path, name, level, kind }, geometry })
}

function encode(layers: Readonly<Record<string, GeoJSON.Feature[]>>, { z, x, y }: TileAddress): Buffer {
  const options = { maxZoom: deepestZoom, tolerance: 1, extent, buffer, clip: true }
  const cut = Object.entries(layers).map(
    ([name, features]) => [name, geoJSONToTile({ type: 'FeatureCollection', features }, z, x, y, options)] as const,
  )
  const filled = cut.filter(([, tile]) => tile.features.length > 0)
  if (filled.length === 0) return Buffer.alloc(0)
  return gzipSync(fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent }))
}
