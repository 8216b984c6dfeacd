import { unitGridScheme } from '#modules/grid/common/index.ts'
import { assembleGrids, type PlacedGrid } from './assemble-grids.ts'
import { codesBy } from './codes.ts'
import type { GridParts } from './geography.ts'
import { labelRectangles, makeLattice, type Rectangle, splitRectangle } from './lattice.ts'
import { seededRandom } from './random.ts'

const columns = 250
const rows = 400
const districtCount = 16
const streetCount = 200
const communitiesPerStreet = 30

/** 16 districts, 200 streets, 6 000 communities, 100 000 grids, 20 million people: ground for load tests, with no buildings. */
export function buildCity(seed: number): GridParts {
  const random = seededRandom(seed)
  const { plane } = makeLattice({ columns, rows, cellMetres: 150 }, random)
  const districts = splitRectangle({ column: 0, row: 0, columns, rows }, districtCount)
  const streets = districts.flatMap((district, i) => splitRectangle(district, share(streetCount, districtCount, i)))
  const communities = streets.flatMap(street => splitRectangle(street, communitiesPerStreet))
  const labels = (rectangles: readonly Rectangle[]) => labelRectangles(columns, rows, rectangles)
  // 20 million people are about 7.4 million households.
  const households = plane.faces.map(() => 40 + Math.floor(random() * 68))
  const tree = assembleGrids(
    plane,
    households,
    [
      { cellOf: new Int32Array(columns * rows), kindOf: () => 'city' },
      { cellOf: labels(districts), kindOf: () => 'district' },
      { cellOf: labels(streets), kindOf: () => 'street' },
      { cellOf: labels(communities), kindOf: () => 'community' },
      { cellOf: Int32Array.from({ length: columns * rows }, (_, face) => face), kindOf: () => 'alley' },
    ],
    { nameOf: cityName, codeOf: codesBy(unitGridScheme) },
  )
  return { grids: tree.grids, buildings: [], sections: [], segments: [], landmarks: [], rivers: [] }
}

/** Part `i` of `total` things among `parts`, as even as whole numbers allow. */
function share(total: number, parts: number, i: number): number {
  return Math.floor((total * (i + 1)) / parts) - Math.floor((total * i) / parts)
}

function cityName({ kind, ordinal, parent }: PlacedGrid): string {
  switch (kind) {
    case 'city':
      return '云州市'
    case 'district':
      return `第${ordinal}区`
    case 'street':
      return `${parent?.name ?? ''}${ordinal}街道`
    case 'community':
      return `${ordinal}社区`
    default:
      return `${ordinal}号网格`
  }
}
