import { fromDegrees, type Point } from '#platform/planar/common/point.ts'

export interface TileNumber {
  readonly z: number
  readonly x: number
  readonly y: number
}

// The real city's middle, and the made-up one's. Nothing real lies where the demo shows it, so no one can
// take the demo for a map of a place, and no real boundary is published.
const source = { lon: 71.43, lat: 51.155 }
export const demoCentre = { lon: 113.7, lat: 34.76 }

/** Mercator stretches by 1/cos(latitude): this keeps a metre a metre. */
const scale = Math.cos((source.lat * Math.PI) / 180) / Math.cos((demoCentre.lat * Math.PI) / 180)
const demoMercator = mercatorOf(demoCentre.lat)
const sourceMercator = mercatorOf(source.lat)

/** A place inside a tile of the source, at the demo place, rounded to 1e-7 degree. */
export function moveToDemoPlace(tile: TileNumber, extent: number, p: { x: number; y: number }): Point {
  const tiles = 2 ** tile.z
  const lon = ((tile.x + p.x / extent) / tiles) * 360 - 180
  const mercator = Math.PI * (1 - (2 * (tile.y + p.y / extent)) / tiles)
  return fromDegrees([
    demoCentre.lon + (lon - source.lon) * scale,
    latitudeOf(demoMercator + (mercator - sourceMercator) * scale),
  ])
}

function mercatorOf(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
}

function latitudeOf(mercator: number): number {
  return (2 * Math.atan(Math.exp(mercator)) - Math.PI / 2) * (180 / Math.PI)
}

/** East-west or north-south lines of 1e-7 degree along which the source tiles were cut. */
export function tileEdges(tiles: readonly TileNumber[]): { xs: Set<number>; ys: Set<number> } {
  const xs = new Set<number>()
  const ys = new Set<number>()
  for (const tile of tiles) {
    for (const [x, y] of [
      [0, 0],
      [1, 1],
    ] as const) {
      const corner = moveToDemoPlace(tile, 1, { x, y })
      xs.add(corner.x)
      ys.add(corner.y)
    }
  }
  return { xs, ys }
}
