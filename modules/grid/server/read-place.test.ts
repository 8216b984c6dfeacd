import gcoord from 'gcoord'
import { beforeAll, describe, expect, it } from 'vitest'
import { distanceMetres } from '#platform/kernel/common/geometry.ts'
import { GridIndex } from './grid-index.ts'
import type { GridInForce } from './grid-store.ts'
import { type PlaceRead, readPlace } from './read-place.ts'

const place = { lon: 113.7012, lat: 34.7613 }
let index: GridIndex
/** A grid 200 m wide, so that a shift of some hundred metres is outside. */
const small: GridInForce = {
  path: '1',
  level: 1,
  kind: 'street',
  name: '示范街道',
  code: '410105001',
  areaSquareMetres: 40_000,
  labelPlace: place,
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [113.7, 34.7602],
        [113.7023, 34.7602],
        [113.7023, 34.762],
        [113.7, 34.762],
        [113.7, 34.7602],
      ],
    ],
  },
}
const inXinjiang: GridInForce = {
  ...small,
  path: '2',
  code: '650101001',
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [80.1, 42.1],
        [80.2, 42.1],
        [80.2, 42.2],
        [80.1, 42.2],
        [80.1, 42.1],
      ],
    ],
  },
}

beforeAll(async () => {
  index = await GridIndex.from({
    version: async () => 1,
    load: async () => ({ version: 1, grids: [small, inXinjiang] }),
  })
})

const read = (input: Parameters<typeof readPlace>[1]) => readPlace(index, input)

describe('coordinates as people send them', () => {
  it('finds the grid and keeps seven decimals', () => {
    expect(read({ lon: 113.701_200_049, lat: 34.761_299_951 })).toEqual({
      point: place,
      path: '1',
      names: ['示范街道'],
      noGrid: false,
    })
  })

  it('says so when latitude and longitude are swapped, with the right order', () => {
    expect(read({ lon: place.lat, lat: place.lon })).toMatchObject({
      code: 'grid/coordinates-swapped',
      detail: place,
    })
  })

  it('sees a swap where both orders are on Earth, by the grids', () => {
    expect(read({ lon: 42.15, lat: 80.15 })).toMatchObject({
      code: 'grid/coordinates-swapped',
      detail: { lon: 80.15, lat: 42.15 },
    })
    expect(read({ lon: 80.15, lat: 42.15 })).toMatchObject({ path: '2' })
  })

  it('keeps a place outside every grid, flagged', () => {
    expect(read({ lon: 10.5, lat: 20.25 })).toEqual({
      point: { lon: 10.5, lat: 20.25 },
      path: null,
      names: [],
      noGrid: true,
    })
  })

  it.each([
    [181, 34],
    [113, -91],
    [1e9, 1e9],
    [-200, 120],
  ])('refuses %d, %d: nowhere on Earth', (lon, lat) => {
    expect(read({ lon, lat })).toMatchObject({ code: 'grid/coordinates-out-of-range' })
  })

  it('takes 0, 0 for a phone without a position', () => {
    expect(read({ lon: 0, lat: 0 })).toMatchObject({ code: 'grid/coordinates-not-measured' })
  })
})

describe('frames of Chinese map services', () => {
  it.each([
    ['gcj02', gcoord.GCJ02, 'converted-from-gcj02'],
    ['bd09', gcoord.BD09, 'converted-from-bd09'],
  ] as const)('%s comes back to within a metre when declared', (frame, there, note) => {
    const [lon, lat] = gcoord.transform([place.lon, place.lat], gcoord.WGS84, there)
    const found = read({ lon, lat, frame }) as PlaceRead
    expect(distanceMetres(found.point, place)).toBeLessThan(1)
    expect(found).toMatchObject({ path: '1', note })
  })

  it.each([
    ['looks-like-gcj02', gcoord.GCJ02],
    ['looks-like-bd09', gcoord.BD09],
  ] as const)('undeclared it is kept as it came, with a hint: %s', (note, there) => {
    const [lon, lat] = gcoord.transform([place.lon, place.lat], gcoord.WGS84, there)
    expect(read({ lon, lat })).toMatchObject({ path: null, noGrid: true, note })
  })

  it('CGCS2000 is taken as it is', () => {
    expect(read({ ...place, frame: 'cgcs2000' })).toMatchObject({ point: place, path: '1' })
  })
})
