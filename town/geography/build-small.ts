import { type GridKind, unitGridScheme } from '#modules/grid/common/index.ts'
import { assembleGrids, closedLine } from './assemble-grids.ts'
import { FaceIndex } from './blocks/face-index.ts'
import { cleaningSections, type StreetLine, streetSegments } from './cleaning.ts'
import { codesBy } from './codes.ts'
import type { GeographyBuilding, GridParts } from './geography.ts'
import { labelRectangles, type Lattice, makeLattice, shareOf, splitRectangle } from './lattice.ts'
import { demoNames } from './names.ts'
import { at, toDegrees } from '#platform/planar/common/point.ts'
import { seededRandom } from './random.ts'

/** Runs along the south of the small town. */
const riverName = '云溪河'
const columns = 4
const rows = 3
const kinds: readonly GridKind[] = ['community', 'village', 'community', 'school']
const streets = ['文化路', '建设路', '人民路', '东风路', '解放街', '花园街', '学院街', '滨河街', '和平街']

/** A street of twelve blocks for tests: 1 + 2 + 4 + 12 grids, made up from nothing but the seed. */
export function buildSmall(seed: number): GridParts {
  const lattice = makeLattice({ columns, rows, cellMetres: 180 }, seededRandom(seed))
  const { plane } = lattice
  const middles = splitRectangle({ column: 0, row: 0, columns, rows }, 2)
  const smalls = middles.flatMap(middle => splitRectangle(middle, 2))
  const smallOf = labelRectangles(columns, rows, smalls)
  const households = plane.faces.map((_, face) => (kinds[at(smallOf, face)] === 'school' ? 0 : 4 * 36))
  const tree = assembleGrids(
    plane,
    households,
    [
      { cellOf: plane.faces.map(() => 0), kindOf: () => 'street' },
      { cellOf: labelRectangles(columns, rows, middles), kindOf: () => 'management-area' },
      { cellOf: smallOf, kindOf: small => at(kinds, small) },
      { cellOf: [...plane.faces.keys()], kindOf: () => 'alley' },
    ],
    {
      nameOf: demoNames({
        streetsOf: (level, cell) => (level === 3 ? [at(streets, cell)] : [at(streets, cell % rows)]),
      }),
      codeOf: codesBy(unitGridScheme),
    },
  )
  const ground = { faceIndex: new FaceIndex(plane.faces), pathOfFace: tree.pathOfFace }
  const lines = streetLines(lattice)
  return {
    grids: tree.grids,
    buildings: plane.faces.flatMap((_, face) =>
      houses(lattice, face, at(households, face) > 0, at(tree.pathOfFace, face)),
    ),
    sections: cleaningSections(lines, ground, 3, null),
    segments: streetSegments(lines, ground),
    landmarks: [],
    rivers: streetSegments([{ ...lines[0]!, name: riverName }], ground),
  }
}

function streetLines({ corner }: Lattice): StreetLine[] {
  const along = Array.from({ length: rows + 1 }, (_, row) => ({
    name: at(streets, row),
    rank: row === 1 ? 2 : 4,
    line: Array.from({ length: columns + 1 }, (_, column) => corner(column, row)),
  }))
  const across = Array.from({ length: columns + 1 }, (_, column) => ({
    name: at(streets, rows + 1 + column),
    rank: 4,
    line: Array.from({ length: rows + 1 }, (_, row) => corner(column, row)),
  }))
  return [...along, ...across]
}

/** Four blocks of flats (or one school) that keep clear of the street. */
function houses({ plane }: Lattice, face: number, isLivedIn: boolean, gridPath: string): GeographyBuilding[] {
  const [southWest, southEast, northEast, northWest] = plane.faces[face] ?? []
  if (!southWest || !southEast || !northEast || !northWest) throw new Error('a block has four corners')
  const inBlock = (across: number, up: number) =>
    shareOf(shareOf(southWest, southEast, across), shareOf(northWest, northEast, across), up)
  const spots = isLivedIn
    ? [
        [0.15, 0.2],
        [0.55, 0.2],
        [0.15, 0.6],
        [0.55, 0.6],
      ]
    : [[0.35, 0.4]]
  return spots.map(([across = 0, up = 0], i) => {
    const outline = [
      inBlock(across, up),
      inBlock(across + 0.3, up),
      inBlock(across + 0.3, up + 0.12),
      inBlock(across, up + 0.12),
    ]
    const [lon, lat] = toDegrees(inBlock(across + 0.15, up + 0.06))
    const street = at(streets, Math.floor(face / columns))
    const houseNumber = (face % columns) * 8 + i * 2 + 1
    return {
      id: face * 4 + i + 1,
      gridPath,
      place: { lon, lat },
      outline: closedLine(outline),
      floors: isLivedIn ? 6 : 3,
      entrances: isLivedIn ? 2 : 0,
      households: isLivedIn ? 36 : 0,
      street,
      houseNumber,
      address: `${street}${houseNumber}号`,
      use: isLivedIn ? 'dwelling' : 'school',
    } as const
  })
}
