import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import type { FastifyInstance } from 'fastify'
import { PbfReader } from 'pbf'
import { FileSource, PMTiles } from 'pmtiles'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/authz/common/grants.ts'
import { nobody } from '#platform/authz/common/grants.ts'
import { createHttp } from '#platform/http/server/create-http.ts'
import type { Polygon } from '#platform/kernel/common/geometry.ts'
import { freshDatabase } from '#testkit/database.ts'
import { alone } from '../testing-surroundings.ts'
import { gridModule } from '../../module.ts'
import { GridIndex } from '../grid-index.ts'
import type { GridInForce } from '../grid-store.ts'

const { db } = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'wangge-basemap-'))
const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const grid = (path: string, polygon: Polygon, areaSquareMetres: number): GridInForce => ({
  path,
  level: path.split('.').length,
  kind: 'community',
  name: `网格${path}`,
  code: path,
  areaSquareMetres,
  labelPlace: { lon: 113.705, lat: 34.705 },
  polygon,
})
const source = {
  version: 7,
  grids: [grid('1', square(113.7, 34.7, 0.02), 16e6), grid('1.1', square(113.7, 34.7, 0.01), 1e6)],
}

let app: FastifyInstance
let index: GridIndex
let reader: Actor
const clerk: Actor = {
  personId: 'p1',
  postId: 'q1',
  unitId: null,
  grants: [{ permission: 'grid.read', within: { kind: 'everywhere' } }],
}

beforeAll(async () => {
  index = await GridIndex.from({ version: async () => source.version, load: async () => ({ ...source }) })
  const basemapFile = join(folder, 'city.pmtiles')
  await writeFile(basemapFile, Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 256)))
  app = await edge(basemapFile)
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

function edge(basemapFile: string | null): Promise<FastifyInstance> {
  return createHttp({
    db,
    enqueue: async () => {},
    clock: { now: () => '2026-09-01T01:00:00.000Z' },
    modules: [
      gridModule({ index, posts: { byIds: async () => [], holding: async () => [] }, basemapFile, around: alone }),
    ],
    authenticator: { who: async () => ({ actor: reader, everyPost: [reader], sessionId: null, sessionOver: null }) },
    settings: { secure: false, callsAMinute: 10_000, trustProxy: false, logger: pino({ level: 'silent' }) },
  })
}

/** The tile at a zoom that has the middle of the smaller grid. */
function tileUrl(z: number): string {
  const x = Math.floor(((113.705 + 180) / 360) * 2 ** z)
  const sine = Math.sin((34.705 * Math.PI) / 180)
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z)
  return `/tiles/grids/${z}/${x}/${y}.mvt`
}
const get = (url: string, headers: Record<string, string> = {}, as: Actor = clerk) => {
  reader = as
  return app.inject({ url, headers })
}
const layersOf = (body: Buffer) => new VectorTile(new PbfReader(gunzipSync(body))).layers

describe('tiles of the grids', () => {
  it('hold outlines and names by level', async () => {
    const answer = await get(tileUrl(14))
    expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
    const layers = layersOf(answer.rawPayload)
    expect(Object.keys(layers).sort()).toEqual(['grid-1', 'grid-2', 'name-1', 'name-2'])
    const deep = layersOf((await get(tileUrl(16))).rawPayload)
    expect(Object.keys(deep).sort()).toEqual(['grid-1', 'grid-2', 'name-2'])
    const alley = layers['grid-2']!.feature(0)
    expect(alley.properties).toEqual({ path: '1.1', name: '网格1.1', level: 2, kind: 'community' })
    expect(alley.type).toBe(3)
  })

  it('leave out levels that would run together', async () => {
    expect(Object.keys(layersOf((await get(tileUrl(9))).rawPayload))).toEqual(['grid-1'])
  })

  it('are empty where no grid is, and unknown outside the world', async () => {
    expect((await get('/tiles/grids/14/0/0.mvt')).statusCode).toBe(204)
    expect((await get('/tiles/grids/3/8/0.mvt')).json()).toMatchObject({ code: 'grid/no-such-tile' })
    expect((await get('/tiles/grids/99/1/1.mvt')).statusCode).toBe(404)
    expect((await get('/tiles/grids/a/b/c.mvt')).statusCode).toBe(404)
  })

  it('are kept by the browser for this version, and asked for again without it', async () => {
    const kept = await get(`${tileUrl(15)}?v=7`)
    expect(kept.headers['cache-control']).toContain('immutable')
    const etag = String(kept.headers.etag)
    expect((await get(tileUrl(15))).headers['cache-control']).toBe('private, no-cache')
    expect((await get(tileUrl(15), { 'if-none-match': etag })).statusCode).toBe(304)
  })

  it('change with the tree', async () => {
    const etag = String((await get(tileUrl(15))).headers.etag)
    source.version = 8
    source.grids = [...source.grids, grid('1.2', square(113.71, 34.7, 0.01), 1e6)]
    await index.reload()
    const changed = await get(tileUrl(13), { 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(layersOf(changed.rawPayload)['grid-2']!.length).toBe(2)
  })

  it('are for those who may read grids', async () => {
    expect((await get(tileUrl(15), {}, nobody)).statusCode).toBe(401)
    expect((await get(tileUrl(15), {}, { ...clerk, grants: [] })).statusCode).toBe(403)
  })
})

describe('the base map file', () => {
  const url = '/basemap/city.pmtiles'

  it('is read in pieces', async () => {
    const piece = await get(url, { range: 'bytes=10-19' }, nobody)
    expect(piece.statusCode).toBe(206)
    expect(piece.headers['content-range']).toBe('bytes 10-19/1000')
    expect([...piece.rawPayload]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
    const last = await get(url, { range: 'bytes=-4' }, nobody)
    expect(last.headers['content-range']).toBe('bytes 996-999/1000')
    expect((await get(url, { range: 'bytes=990-' }, nobody)).rawPayload).toHaveLength(10)
  })

  it('comes whole when no piece, or an impossible one, is asked for', async () => {
    const whole = await get(url, {}, nobody)
    expect(whole.statusCode).toBe(200)
    expect(whole.headers['accept-ranges']).toBe('bytes')
    expect(whole.rawPayload).toHaveLength(1000)
    expect((await get(url, { range: 'bytes=20-10' }, nobody)).statusCode).toBe(200)
    expect((await get(url, { range: 'bytes=1-2,5-6' }, nobody)).statusCode).toBe(200)
    expect((await get(url, { range: 'bytes=1000-' }, nobody)).statusCode).toBe(416)
  })

  it('is not sent again when it is the same, and whole when the piece is of an older one', async () => {
    const etag = String((await get(url, {}, nobody)).headers.etag)
    expect((await get(url, { 'if-none-match': etag }, nobody)).statusCode).toBe(304)
    const other = await get(url, { range: 'bytes=0-1', 'if-range': '"old"' }, nobody)
    expect(other.statusCode).toBe(200)
  })

  it('is headed', async () => {
    const head = await app.inject({ method: 'HEAD', url })
    expect(head.statusCode).toBe(200)
    expect(head.headers['content-length']).toBe('1000')
  })

  it('says in a sentence that there is none', async () => {
    for (const file of [null, join(folder, 'missing.pmtiles')]) {
      const without = await edge(file)
      const answer = await without.inject({ url, headers: { 'accept-language': 'en' } })
      expect(answer.statusCode).toBe(404)
      expect(answer.json().message).toContain('No base map is installed')
      await without.close()
    }
  })
})

describe('the contract over HTTP', () => {
  it('tells anybody which grid a place lies in, and that the order is swapped', async () => {
    const found = await get('/api/grid.locate?lon=113.705&lat=34.705', {}, nobody)
    expect(found.json()).toEqual({
      point: { lon: 113.705, lat: 34.705 },
      path: '1.1',
      names: ['网格1', '网格1.1'],
      noGrid: false,
    })
    const swapped = await get('/api/grid.locate?lon=34.705&lat=113.705', {}, nobody)
    expect(swapped.statusCode).toBe(400)
    expect(swapped.json().message).toContain('经度 113.705')
  })

  it.each(['lon=abc&lat=1', 'lon=1', 'lon=1e999&lat=2', 'lon=1&lat=2&frame=mars'])('refuses %s', async query => {
    expect((await get(`/api/grid.locate?${query}`, {}, nobody)).json()).toMatchObject({
      code: 'commands/invalid-input',
    })
  })

  it('gives the tree to those who may, as a whole or in part', async () => {
    const tree = (await get('/api/grid.tree')).json()
    expect(tree).toMatchObject({ version: 8, total: 3, bounds: [113.7, 34.7, 113.72, 34.72] })
    expect(tree.grids[0]).toMatchObject({ path: '1', lead: null, vacant: true })
    const part = (await get('/api/grid.tree?under=1.2')).json()
    expect(part.grids).toHaveLength(1)
    expect((await get('/api/grid.tree?deepestLevel=1')).json().grids).toHaveLength(1)
    expect((await get('/api/grid.tree?under=9')).json()).toMatchObject({ code: 'grid/not-found' })
    expect((await get('/api/grid.tree', {}, nobody)).statusCode).toBe(401)
  })

  it('a grid that is not there is not found', async () => {
    expect((await get('/api/grid.show?path=1.77')).statusCode).toBe(404)
    expect((await get("/api/grid.show?path=1'--")).statusCode).toBe(400)
  })
})

describe('a cut of the map for a phone', () => {
  it('holds the tiles over one grid and its neighbourhood, and no others', async () => {
    const answer = await get('/basemap/cut/grids.pmtiles?path=1.1')
    expect(answer.headers['content-type']).toBe('application/vnd.pmtiles')
    const archive = new PMTiles(new FileSource(new File([new Uint8Array(answer.rawPayload)], 'cut')))
    const tiles = tileUrl(16)
      .match(/(\d+)\/(\d+)\/(\d+)/)!
      .slice(1)
      .map(Number) as [number, number, number]
    const there = await archive.getZxy(...tiles)
    expect(Object.keys(new VectorTile(new PbfReader(new Uint8Array(there!.data))).layers)).toContain('grid-2')
    expect(await archive.getZxy(tiles[0], tiles[1] + 40, tiles[2])).toBeUndefined()
    const again = await get('/basemap/cut/grids.pmtiles?path=1.1', { 'if-none-match': String(answer.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  it('is for whoever may read grids, of a grid that is there, where there is a map', async () => {
    expect((await get('/basemap/cut/grids.pmtiles?path=1.1', {}, nobody)).statusCode).toBe(401)
    expect((await get('/basemap/cut/grids.pmtiles?path=9.9')).statusCode).toBe(404)
    expect((await get('/basemap/cut/else.pmtiles?path=1.1')).statusCode).toBe(404)
    // The base map of this test is no map; that is told, and is no fault.
    expect((await get('/basemap/cut/base.pmtiles?path=1.1')).json()).toMatchObject({ code: 'grid/no-base-map' })
  })
})
