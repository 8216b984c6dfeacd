import { gzipSync } from 'node:zlib'

export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly gzipped: Buffer
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export interface Archive {
  readonly tiles: readonly Tile[]
  readonly bounds: Bounds
  readonly centre: { readonly lon: number; readonly lat: number; readonly zoom: number }
  readonly zooms: { readonly least: number; readonly most: number }
  readonly metadata: object
}

const headerBytes = 127
const gzip = 2
const vectorTiles = 1

/** Writes a PMTiles archive, version 3 of its public specification: header, one directory, metadata, tiles in order. */
export function writePmtiles({ tiles, bounds, centre, zooms, metadata }: Archive): Buffer {
  const inOrder = tiles.map(tile => ({ id: tileId(tile), body: tile.gzipped })).sort((a, b) => a.id - b.id)
  const directory = gzipSync(directoryOf(inOrder))
  const described = gzipSync(JSON.stringify(metadata))
  const body = Buffer.concat(inOrder.map(tile => tile.body))
  const header = Buffer.alloc(headerBytes)
  header.write('PMTiles', 0, 'latin1')
  header[7] = 3
  const metadataAt = headerBytes + directory.length
  const bodyAt = metadataAt + described.length
  const lengths = [headerBytes, directory.length, metadataAt, described.length, bodyAt, 0, bodyAt, body.length]
  const counts = [inOrder.length, inOrder.length, inOrder.length]
  for (const [i, value] of [...lengths, ...counts].entries()) header.writeBigUInt64LE(BigInt(value), 8 + i * 8)
  header[96] = 1
  header[97] = gzip
  header[98] = gzip
  header[99] = vectorTiles
  header[100] = zooms.least
  header[101] = zooms.most
  for (const [i, degrees] of bounds.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4)
  header[118] = centre.zoom
  header.writeInt32LE(Math.round(centre.lon * 1e7), 119)
  header.writeInt32LE(Math.round(centre.lat * 1e7), 123)
  return Buffer.concat([header, directory, described, body])
}

/** Ids as differences, run lengths, lengths, offsets (0: right behind the tile before), each as variable-length integers. */
function directoryOf(tiles: readonly { id: number; body: Buffer }[]): Buffer {
  const bytes: number[] = []
  const write = (value: number) => {
    let rest = value
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  write(tiles.length)
  for (const [i, { id }] of tiles.entries()) write(id - (tiles[i - 1]?.id ?? 0))
  for (const _ of tiles) write(1)
  for (const { body } of tiles) write(body.length)
  for (const i of tiles.keys()) write(i === 0 ? 1 : 0)
  return Buffer.from(bytes)
}

/** Position on the Hilbert curve through all zooms, so that neighbours lie near one another in the file. */
export function tileId({ z, x, y }: { z: number; x: number; y: number }): number {
  const before = (4 ** z - 1) / 3
  let [column, row, position] = [x, y, 0]
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const right = (column & side) > 0
    const lower = (row & side) > 0
    position += side * side * ((right ? 3 : 0) ^ (lower ? 1 : 0))
    if (!lower) {
      if (right) [column, row] = [side - 1 - (column & (side - 1)), side - 1 - (row & (side - 1))]
      ;[column, row] = [row, column]
    }
  }
  return before + position
}
