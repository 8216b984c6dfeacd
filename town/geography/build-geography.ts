import { buildCity } from './build-city.ts'
import { buildDemo } from './build-demo.ts'
import { buildSmall } from './build-small.ts'
import { demoDistrictCode, demoDistrictName } from './codes.ts'
import type { Geography, GeographyGrid, GeographyOptions, GeographySize, GridParts } from './geography.ts'

/** Raise when the same seed gives another place. */
const version = '1'

const builders: Readonly<Record<GeographySize, (seed: number) => GridParts>> = {
  small: buildSmall,
  demo: buildDemo,
  city: buildCity,
}

/** The made-up place of a size: the same for the same seed, on every machine. The demo takes about two seconds. */
export async function buildGeography({ size, seed }: GeographyOptions): Promise<Geography> {
  const parts = builders[size](seed)
  return {
    size,
    seed,
    version,
    districtName: demoDistrictName,
    districtCode: demoDistrictCode,
    bounds: boundsOf(parts.grids),
    streets: [...new Set(parts.segments.map(segment => segment.street))].sort(),
    ...parts,
  }
}

function boundsOf([top]: readonly GeographyGrid[]): Geography['bounds'] {
  if (!top) throw new Error('a place without grids')
  const { polygon } = top
  const positions = polygon.type === 'Polygon' ? polygon.coordinates.flat() : polygon.coordinates.flat(2)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}
