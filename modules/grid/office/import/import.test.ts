import { describe, expect, test } from 'vitest'
import { convertByGdal } from '#testkit/gdal.ts'
import { zip } from '#testkit/zip.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { converterOf, declaredIn, frameOfNumbers, type SourceFrame, type XY, zonesAround } from './frames.ts'
import { type KnownGrid, likelyFrame, middleOf, planImport } from './plan-import.ts'
import type { RawFile } from './raw-file.ts'
import { readGroundFile } from './read-file.ts'
import { unzip } from './unzip.ts'
import { readWkt } from './wkt.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const ring: [number, number][] = [
  [113.7, 34.76],
  [113.7123457, 34.76],
  [113.71, 34.77],
  [113.7, 34.7699999],
  [113.7, 34.76],
]
const collection = (rings: readonly (readonly XY[])[][], more: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...more,
    features: rings.map((coordinates, i) => ({
      type: 'Feature',
      properties: { name: `网格${i + 1}`, code: `99010100100100${i + 1}` },
      geometry: { type: 'Polygon', coordinates },
    })),
  })
const known: KnownGrid[] = [
  { path: '1.1', name: '甲社区', code: '990101001001', kind: 'community', isLeaf: false, middle: middleOf(ring) },
  { path: '1.1.1', name: '网格1', code: '990101001001001', kind: 'alley', isLeaf: true, middle: middleOf(ring) },
]
async function sound(name: string, content: Uint8Array): Promise<RawFile> {
  const read = await readGroundFile(name, content, 'area')
  if (typeof read === 'string') throw new Error(read)
  return read
}
const metresApart = ([lonA, latA]: XY, [lonB, latB]: XY) =>
  Math.hypot((lonA - lonB) * Math.cos((latA * Math.PI) / 180), latA - latB) * 111_195

describe('a Shapefile that GDAL wrote', () => {
  test.each([
    ['EPSG:4526', { centralMeridian: 114, falseEasting: 38_500_000 }],
    ['EPSG:4547', { centralMeridian: 114, falseEasting: 500_000 }],
    ['EPSG:4497', { centralMeridian: 111, falseEasting: 19_500_000 }],
  ])('in projected CGCS2000 (%s) lands within a decimetre, with its Chinese names', async (code, zone) => {
    const options = ['-f', 'ESRI Shapefile', '-t_srs', code, '-lco', 'ENCODING=UTF-8']
    const made = await convertByGdal('.geojson', collection([[ring]]), options)
    const packed = zip([...made].map(([ending, content]) => [`grids/street${ending}`, content] as const))
    const file = await sound('street.zip', packed)
    expect(file.declared).toEqual({ name: 'projected', ...zone, isSwapped: false })
    expect(file.shapes).toMatchObject([{ row: 1, name: '网格1', code: '990101001001001', trouble: null }])
    const convert = converterOf(file.declared as SourceFrame)
    const landed = file.shapes[0]!.parts![0]![0]!.map(convert)
    for (const [i, corner] of ring.toReversed().entries()) {
      const nearest = Math.min(...landed.map(each => metresApart(each, corner)))
      expect(nearest, `corner ${i}`).toBeLessThan(0.1)
    }
    // The numbers alone tell the same, for whoever lost the .prj.
    const places = file.shapes[0]!.parts!.flat(2)
    if (zone.centralMeridian === 114 || zone.falseEasting > 1e6)
      expect(frameOfNumbers(places, 113.7)).toEqual(file.declared)
  })
})

describe('frames', () => {
  test('declared in words and codes', () => {
    expect(declaredIn('{"name":"urn:ogc:def:crs:EPSG::4490"}')).toEqual({ name: 'cgcs2000' })
    expect(declaredIn('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ name: 'wgs84' })
    expect(declaredIn('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).toEqual({ name: 'wgs84' })
    expect(declaredIn('GEOGCS["China Geodetic Coordinate System 2000"]')).toEqual({ name: 'cgcs2000' })
    expect(declaredIn('PROJCS["Xian_1980_3_Degree_GK_CM_114E"]')).toMatchObject({ name: 'unknown' })
    expect(declaredIn('EPSG:2437')).toEqual({ name: 'unknown', text: 'EPSG:2437' })
    expect(declaredIn('EPSG:4513')).toMatchObject({ centralMeridian: 75, falseEasting: 25_500_000 })
    expect(declaredIn('EPSG:4491')).toMatchObject({ centralMeridian: 75, falseEasting: 13_500_000 })
  })

  test('declared by a sheet, in its WKT or in a column beside it; rows that differ are for a person', async () => {
    const wkt = `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(', ')}))`
    const read = async (rows: readonly (readonly [frame: string, wkt: string])[]) => {
      const heads = ['名称', '坐标系', 'WKT'].map(heading => ({ heading, width: 20 }))
      const sheet = await writeSheet(
        'grids',
        heads,
        rows.map(([frame, text], i) => [`网格${i + 1}`, frame, text]),
      )
      return (await sound('grids.xlsx', sheet)).declared
    }
    const zone = { name: 'projected', centralMeridian: 114, falseEasting: 500_000, isSwapped: false }
    expect(await read([['', `SRID=4547;${wkt}`]])).toEqual(zone)
    expect(await read([['4547', wkt]])).toEqual(zone)
    expect(
      await read([
        ['EPSG:4490', wkt],
        ['', wkt],
      ]),
    ).toEqual({ name: 'cgcs2000' })
    expect(await read([['高德（GCJ-02）', wkt]])).toEqual({ name: 'gcj02' })
    expect(await read([['百度坐标', wkt]])).toEqual({ name: 'bd09' })
    expect(await read([['WGS-84', wkt]])).toEqual({ name: 'wgs84' })
    expect(await read([['', wkt]])).toBeNull()
    expect(
      await read([
        ['WGS84', wkt],
        ['GCJ02', wkt],
      ]),
    ).toEqual({ name: 'unknown', text: 'WGS84、GCJ02' })
  })

  test('a person may choose the zones around the place, with their numbers and without', () => {
    const names = zonesAround(113.7).map(frame =>
      frame.name === 'projected' ? [frame.centralMeridian, frame.falseEasting] : [],
    )
    expect(names).toEqual([
      ...[
        [114, 500_000],
        [111, 500_000],
        [117, 500_000],
      ],
      ...[
        [114, 38_500_000],
        [111, 37_500_000],
        [117, 39_500_000],
      ],
      ...[
        [111, 500_000],
        [111, 19_500_000],
      ],
    ])
  })

  test('told by the numbers, also with the northing first', () => {
    expect(frameOfNumbers(ring, 113.7)).toEqual({ name: 'cgcs2000' })
    const north: XY[] = [[3_848_000, 38_473_000]]
    expect(frameOfNumbers(north, 113.7)).toEqual({
      ...{ name: 'projected', centralMeridian: 114, falseEasting: 38_500_000, isSwapped: true },
    })
    expect(frameOfNumbers([[473_000, 3_848_000]], 113.2)).toMatchObject({ centralMeridian: 114, falseEasting: 500_000 })
    expect(frameOfNumbers([[9e9, 1]], 113)).toBeNull()
    const swapped = converterOf({ name: 'projected', centralMeridian: 114, falseEasting: 500_000, isSwapped: true })
    const straight = converterOf({ name: 'projected', centralMeridian: 114, falseEasting: 500_000, isSwapped: false })
    expect(swapped([3_848_000, 473_000])).toEqual(straight([473_000, 3_848_000]))
  })

  test('of Chinese map services are known by where the grids lie that the rows mean', async () => {
    // A place of the standard text: WGS 84 → GCJ-02 → BD-09.
    const wgs: XY = [116.403988, 39.914266]
    expect(metresApart(converterOf({ name: 'gcj02' })([116.410232, 39.91567]), wgs)).toBeLessThan(1)
    expect(metresApart(converterOf({ name: 'bd09' })([116.416616, 39.921966]), wgs)).toBeLessThan(1.5)
    const shifted = (lon: number, lat: number) => ring.map(([x, y]): XY => [x + lon, y + lat])
    const read = async (of: readonly XY[]) => (await sound('a.geojson', bytes(collection([[of]])))).shapes
    expect(likelyFrame(await read(ring), known)).toEqual({ name: 'cgcs2000' })
    // About what GCJ-02 and BD-09 add there.
    expect(likelyFrame(await read(shifted(0.0061, -0.0012)), known)).toEqual({ name: 'gcj02' })
    expect(likelyFrame(await read(shifted(0.0126, 0.0048)), known)).toEqual({ name: 'bd09' })
  })
})

describe('rows', () => {
  test('each says what will happen to it, or why not', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { 编码: '990101001001001' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
        {
          type: 'Feature',
          properties: { 名称: '新格', 上级: '甲社区' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
        { type: 'Feature', properties: { name: '网格1' }, geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', properties: { name: '孤格' }, geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', properties: { name: 'x' }, geometry: { type: 'Point', coordinates: [1, 2] } },
        {
          type: 'Feature',
          properties: { name: 'x' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [1, 2],
                [3, 4],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { name: 'x' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [1, 2],
                ['a', 4],
                [5, 6],
                [1, 2],
              ],
            ],
          },
        },
        { type: 'Feature', properties: { name: 'x' }, geometry: null },
        {
          type: 'Feature',
          properties: { name: 'x' },
          geometry: { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x - 40, y])] },
        },
      ],
    })
    const { shapes } = await sound('rows.json', bytes(text))
    const rows = planImport(shapes, { name: 'cgcs2000' }, known)
    expect(rows.map(({ does, trouble }) => does ?? trouble)).toEqual([
      ...['replace', 'add', 'row-twice', 'no-name', 'parent-unknown', 'not-a-polygon', 'few-corners', 'bad-number'],
      ...['no-geometry', 'far-away'],
    ])
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(rows[1]!.edit).toMatchObject({ do: 'add', parent: '1.1', kind: 'alley', name: '新格' })
  })

  test('of an Excel sheet are numbered as the sheet numbers them', async () => {
    const wkt = `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(', ')}))`
    const sheet = await writeSheet(
      'grids',
      [
        { heading: '名称', width: 20 },
        { heading: 'WKT', width: 50 },
      ],
      [
        ['网格1', wkt],
        ['网格2', 'POLYGON((1 2, 3'],
        ['网格3', ''],
      ],
    )
    const { shapes } = await sound('grids.xlsx', sheet)
    expect(shapes.map(({ row, trouble }) => [row, trouble])).toEqual([
      [2, null],
      [3, 'bad-wkt'],
      [4, 'no-geometry'],
    ])
    expect(shapes[0]!.parts).toEqual([[ring]])
  })

  test('of WKT: with height, SRID and several parts', () => {
    expect(
      readWkt('SRID=4490;MULTIPOLYGON Z (((0 0 5, 1 0 5, 1 1 5, 0 0 5)), ((2 2 0, 3 2 0, 3 3 0, 2 2 0)))'),
    ).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
      [
        [
          [2, 2],
          [3, 2],
          [3, 3],
          [2, 2],
        ],
      ],
    ])
    expect(readWkt('POINT(1 2)')).toBeNull()
    expect(readWkt('POINT(1 2)', 'place')).toEqual([[1, 2]])
    expect(readWkt('MULTIPOINT((1 2), (3 4))', 'place')).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect(readWkt('LINESTRING Z (1 2 3, 3 4 5)', 'line')).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
    ])
    expect(readWkt('POLYGON((1 2')).toBeNull()
  })
})

describe('files that cannot be taken', () => {
  test('are told by what is wrong with them', async () => {
    const trouble = (name: string, content: Uint8Array) => readGroundFile(name, content, 'area')
    expect(await trouble('a.kml', bytes('<kml/>'))).toBe('not-known')
    expect(await trouble('a.geojson', bytes('{'))).toBe('not-json')
    expect(await trouble('a.geojson', bytes('{"type":"FeatureCollection","features":[]}'))).toBe('no-features')
    expect(await trouble('a.zip', bytes('no zip at all, but long enough to hold an end'))).toBe('no-shapefile')
    expect(await trouble('a.zip', zip([['readme.txt', bytes('hello')]]))).toBe('no-shapefile')
    expect(await trouble('a.zip', zip([['a.shp', bytes('not a shapefile')]]))).toBe('broken')
    expect(await trouble('a.xlsx', bytes('PK'))).toBe('not-a-sheet')
    const names = await writeSheet('a', [{ heading: '名称', width: 9 }], [['x']])
    expect(await trouble('a.xlsx', names)).toBe('no-wkt-column')
  })

  test('a small zip that unpacks to far more is stopped while it unpacks', async () => {
    const bomb = zip([['a.shp', new Uint8Array(5_000_000)]])
    expect(bomb.length).toBeLessThan(10_000)
    // Its directory lies about the size, as such files do.
    new DataView(bomb.buffer).setUint32(22, 10, true)
    expect(await unzip(bomb, () => true, 1_000_000)).toBe('too-large')
    expect(await unzip(bomb, name => name.endsWith('.dbf'), 1_000_000)).toEqual(new Map())
    expect((await unzip(bomb, () => true, 6_000_000)) as ReadonlyMap<string, Uint8Array>).toHaveProperty('size', 1)
  })
})
