import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles, type RangeResponse, type Source, zxyToTileId } from 'pmtiles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBasemap } from './build-basemap.ts'
import { tileId } from '#platform/map/server/pmtiles.ts'

let folder = ''
let file = ''
let whole: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wangge-basemap-'))
  file = join(folder, 'city.pmtiles')
  await buildBasemap(file)
  whole = await readFile(file)
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const source: Source = {
  getKey: () => 'city',
  async getBytes(offset, length): Promise<RangeResponse> {
    return { data: new Uint8Array(whole.subarray(offset, offset + length)).buffer }
  },
}

test('the file opens with the public reader, covers the town and says where its data is from', async () => {
  const map = new PMTiles(source)
  const header = await map.getHeader()
  expect([header.minZoom, header.maxZoom]).toEqual([9, 15])
  expect(header.minLon).toBeLessThan(113.7)
  expect(header.maxLat).toBeGreaterThan(34.76)
  expect(await map.getMetadata()).toMatchObject({ attribution: expect.stringContaining('OpenStreetMap') as string })
})

test('a tile in the middle has buildings with numbers and streets with Chinese names', async () => {
  const z = 15
  const x = Math.floor(((113.7 + 180) / 360) * 2 ** z)
  const mercator = Math.log(Math.tan(Math.PI / 4 + (34.76 * Math.PI) / 360))
  const y = Math.floor(((1 - mercator / Math.PI) / 2) * 2 ** z)
  const found = await new PMTiles(source).getZxy(z, x, y)
  const bytes = Buffer.from(found!.data)
  const tile = new VectorTile(new PbfReader(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes))
  const valuesOf = (layer: string, key: string) =>
    Array.from({ length: tile.layers[layer]!.length }, (_, i) => tile.layers[layer]!.feature(i).properties[key])
  expect(valuesOf('building', 'no').filter(Boolean).length).toBeGreaterThan(5)
  expect(
    valuesOf('road', 'name').filter(name => /^[\u4e00-\u9fff]+(大道|路|街|巷|里)$/.test(String(name))).length,
  ).toBeGreaterThan(2)
})

test('tiles are numbered as the reader numbers them', () => {
  for (const [z, x, y] of [
    [0, 0, 0],
    [1, 1, 0],
    [2, 3, 1],
    [9, 417, 203],
    [15, 26733, 13000],
  ] as const) {
    expect(tileId({ z, x, y })).toBe(zxyToTileId(z, x, y))
  }
})

test('it is small enough to travel, and is not built twice', async () => {
  expect(whole.length).toBeLessThan(6_000_000)
  const { mtimeMs } = await stat(file)
  await buildBasemap(file)
  expect((await stat(file)).mtimeMs).toBe(mtimeMs)
})
