/** A web mercator tile's box in degrees, with the buffer that hides the cut: 64 of 4096 on each side. */
export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

export const extent = 4096
export const buffer = 64

/** Null when there is no such tile. */
export function readTileAddress(z: string, x: string, y: string): TileAddress | null {
  if (![z, x, y].every(part => /^\d{1,7}$/.test(part))) return null
  const address = { z: Number(z), x: Number(x), y: Number(y) }
  return address.z <= deepestZoom && address.x < 2 ** address.z && address.y < 2 ** address.z ? address : null
}

/** Beyond it a browser enlarges: one unit of such a tile is 15 cm. */
export const deepestZoom = 16

export function boxOfTile({ z, x, y }: TileAddress): [west: number, south: number, east: number, north: number] {
  const margin = buffer / extent
  return [
    longitudeAt((x - margin) / 2 ** z),
    latitudeAt((y + 1 + margin) / 2 ** z),
    longitudeAt((x + 1 + margin) / 2 ** z),
    latitudeAt((y - margin) / 2 ** z),
  ]
}

const longitudeAt = (part: number) => part * 360 - 180
const latitudeAt = (part: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * part))) * 180) / Math.PI

/** How many metres one pixel of a 512-pixel tile is, at a latitude. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (40_075_017 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom)
}
