import { expect, test } from 'vitest'
import { depthOf } from '#platform/authz/common/grants.ts'
import { convertByGdal } from '#testkit/gdal.ts'
import { buildGeography } from '#town/geography/build-geography.ts'
import { GridIndex } from '../grid-index.ts'
import { boundariesQuery } from './boundaries.ts'

test('GDAL reads our GeoJSON and agrees on every area within a millionth', async () => {
  const { grids } = await buildGeography({ size: 'small', seed: 7 })
  const index = await GridIndex.from({
    version: async () => 1,
    load: async () => ({ version: 1, grids: grids.map(grid => ({ ...grid, level: depthOf(grid.path) })) }),
  })
  const query = boundariesQuery(index)
  const { features } = (await query.run({} as never, {})) as { features: { properties: { path: string } }[] }
  expect(features).toHaveLength(grids.length)
  // Our areas are those of the sphere; on this projection of the same sphere an area in the plane is the area.
  const sphere = '+proj=cea +lat_ts=0 +lon_0=0 +R=6371008.8 +units=m +no_defs'
  const geoJson = JSON.stringify({ type: 'FeatureCollection', features })
  const options = [
    ...['-f', 'CSV', '-s_srs', '+proj=longlat +R=6371008.8 +no_defs', '-t_srs', sphere, '-lco', 'GEOMETRY=AS_WKT'],
    ...['-lco', 'COORDINATE_PRECISION=9'],
  ]
  const csv = (await convertByGdal('.geojson', geoJson, options)).get('.csv')!.toString()
  const lines = csv.trim().split('\n').slice(1)
  expect(lines).toHaveLength(grids.length)
  for (const line of lines) {
    const [, wkt = '', path] = /^"([^"]*)","?([\d.]+)"?,/.exec(line) ?? []
    const ours = grids.find(grid => grid.path === path)!.areaSquareMetres
    expect(Math.abs(areaInPlane(wkt) / ours - 1), path).toBeLessThan(1e-6)
  }
})

/** Of the polygon as GDAL gives it. */
function areaInPlane(wkt: string): number {
  const numbers = [...wkt.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]): [number, number] => [
    Number(x),
    Number(y),
  ])
  const [origin] = numbers
  const double = numbers.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = numbers[(i + 1) % numbers.length]!
    return sum + (x - origin![0]) * (nextY - origin![1]) - (nextX - origin![0]) * (y - origin![1])
  }, 0)
  return Math.abs(double) / 2
}
