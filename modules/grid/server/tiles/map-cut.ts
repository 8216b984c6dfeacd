import { open } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { PMTiles, type Source } from 'pmtiles'
import { type Bounds, type Tile, writePmtiles } from '#platform/map/server/pmtiles.ts'
import type { GridTiles } from './grid-tiles.ts'
import { deepestZoom, type TileAddress } from './tile-box.ts'

/** Around the grid, so that the street on the other side is there, too. In degrees: about 300 metres. */
const marginDegrees = 0.003
/** A phone's share: a grid of a few hundred households needs some dozens. A larger place is cut at fewer zooms. */
const mostTiles = 600
const leastZoom = 9

function column(lon: number, z: number): number {
  return Math.floor(((lon + 180) / 360) * 2 ** z)
}

function row(lat: number, z: number): number {
  const mercator = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** z)
}

/** The tiles over a place, from the coarsest zoom to the finest that a phone can hold. */
export function tilesOver([west, south, east, north]: Bounds, finest: number): readonly TileAddress[] {
  const tiles: TileAddress[] = []
  for (let z = leastZoom; z <= finest; z++) {
    const level: TileAddress[] = []
    for (let x = column(west, z); x <= column(east, z); x++) {
      for (let y = row(north, z); y <= row(south, z); y++) level.push({ z, x, y })
    }
    if (tiles.length + level.length > mostTiles) break
    tiles.push(...level)
  }
  return tiles
}

export function widened([west, south, east, north]: Bounds): Bounds {
  return [west - marginDegrees, south - marginDegrees, east + marginDegrees, north + marginDegrees]
}

/** The part of the base map that lies over a place, as a file of its own. Null when there is no base map. */
export async function cutBaseMap(file: string, bounds: Bounds): Promise<Buffer | null> {
  const opened = await open(file, 'r').catch(() => null)
  if (!opened) return null
  try {
    const whole = new PMTiles(sourceOf(file, opened))
    const header = await whole.getHeader().catch(() => null)
    if (!header) return null
    const tiles: Tile[] = []
    for (const address of tilesOver(bounds, header.maxZoom)) {
      const found = await whole.getZxy(address.z, address.x, address.y)
      if (found) tiles.push({ ...address, gzipped: gzipSync(new Uint8Array(found.data)) })
    }
    return written(tiles, bounds)
  } finally {
    await opened.close()
  }
}

/** The grids over a place, as the map draws them. */
export function cutGrids(grids: GridTiles, bounds: Bounds): Buffer {
  const tiles = tilesOver(bounds, deepestZoom).flatMap(address => {
    const gzipped = grids.tile(address)
    return gzipped.length === 0 ? [] : [{ ...address, gzipped }]
  })
  return written(tiles, bounds)
}

function written(tiles: readonly Tile[], bounds: Bounds): Buffer {
  const [west, south, east, north] = bounds
  const most = Math.max(leastZoom, ...tiles.map(({ z }) => z))
  const centre = { lon: (west + east) / 2, lat: (south + north) / 2, zoom: Math.min(most, 14) }
  return writePmtiles({ tiles, bounds, centre, zooms: { least: leastZoom, most }, metadata: {} })
}

function sourceOf(name: string, file: Awaited<ReturnType<typeof open>>): Source {
  return {
    getKey: () => name,
    async getBytes(offset, length) {
      const bytes = new Uint8Array(length)
      const { bytesRead } = await file.read(bytes, 0, length, offset)
      return { data: bytes.buffer.slice(0, bytesRead) }
    },
  }
}
