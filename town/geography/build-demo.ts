import { type GridKind, unitGridScheme } from '#modules/grid/common/index.ts'
import { assembleGrids, closedLine, type GridTree, type TreeLevel } from './assemble-grids.ts'
import { cutDemoStreet, type StreetGround } from './blocks/demo-street.ts'
import { cleaningSections, type Ground, type StreetLine, streetSegments } from './cleaning.ts'
import { codesBy } from './codes.ts'
import type { GeographyBuilding, GridParts, Landmark } from './geography.ts'
import { demoNames } from './names.ts'
import { readLandmarks } from './open-data/landmarks.ts'
import { groupBy } from '#platform/kernel/common/group-by.ts'
import { metresBetween } from '#platform/planar/common/measure.ts'
import { at, boxesMeet, boxOf, type Point, toDegrees } from '#platform/planar/common/point.ts'
import { SegmentIndex } from '#platform/planar/common/segment-index.ts'
import { seededRandom } from './random.ts'

/** The mission's figure (A7): 1.6 million m² of road are swept. */
const cleanedSquareMetres = 1_600_000
const smallLevel = 3

export function buildDemo(seed: number): GridParts {
  const street = cutDemoStreet(seededRandom(seed))
  const tree = treeOf(street)
  const ground = { faceIndex: street.faceIndex, pathOfFace: tree.pathOfFace }
  const around = boxOf(street.plane.faces.flat())
  const lines = street.city.roads
    .filter(road => road.rank <= 6)
    .flatMap(road => road.lines.map(line => ({ name: road.name, rank: road.rank, line })))
    .filter(({ line }) => boxesMeet(boxOf(line), around))
  return {
    grids: tree.grids,
    buildings: buildingsOf(street, tree),
    sections: cleaningSections(lines, ground, smallLevel, cleanedSquareMetres),
    segments: streetSegments(lines, ground),
    landmarks: landmarksOf(street, ground),
    rivers: streetSegments(riversOf(street, around), ground),
  }
}

const waters: Readonly<Record<string, string>> = { river: '云溪河', stream: '清水溪', canal: '东干渠' }

function riversOf({ city }: StreetGround, around: ReturnType<typeof boxOf>): StreetLine[] {
  return city.features.flatMap(feature => {
    const name = waters[feature.tags.waterway ?? '']
    if (feature.type !== 'line' || !name) return []
    return feature.lines.filter(line => boxesMeet(boxOf(line), around)).map(line => ({ name, rank: 7, line }))
  })
}

function treeOf(street: StreetGround): GridTree {
  const { plane, alleyOf, smallOf, middleOf } = street
  const households = new Array<number>(plane.faces.length).fill(0)
  for (const { face, dwelling } of street.buildings) households[face] = at(households, face) + dwelling.households
  const levels: TreeLevel[] = [
    { cellOf: plane.faces.map(() => 0), kindOf: () => 'street' },
    { cellOf: middleOf, kindOf: () => 'management-area' },
    { cellOf: smallOf, kindOf: smallKinds(street) },
    { cellOf: alleyOf, kindOf: () => 'alley' },
  ]
  const streetsOf = streetFinder(street, levels)
  return assembleGrids(plane, households, levels, {
    nameOf: demoNames({ streetsOf }),
    codeOf: codesBy(unitGridScheme),
  })
}

/** From this share of households with a house of their own a small grid is a village, else a community. */
const villageShare = 0.3

function smallKinds({ buildings, smallOf, campuses }: StreetGround): (small: number) => GridKind {
  const byUse = new Map<number, { houses: number; flats: number }>()
  for (const { face, dwelling } of buildings) {
    const small = at(smallOf, face)
    const count = byUse.get(small) ?? { houses: 0, flats: 0 }
    byUse.set(small, count)
    if (dwelling.use === 'house') count.houses += dwelling.households
    else count.flats += dwelling.households
  }
  return small => {
    if (campuses.has(small)) return 'school'
    const { houses, flats } = byUse.get(small) ?? { houses: 0, flats: 0 }
    return houses > villageShare * (houses + flats) ? 'village' : 'community'
  }
}

/** The named streets in and around a cell, by length. */
function streetFinder({ plane }: StreetGround, levels: readonly TreeLevel[]) {
  const metresOf = levels.map(() => new Map<number, Map<string, number>>())
  for (const { a, b, of, left, right } of plane.borders) {
    if (of.name === null) continue
    const metres = metresBetween(a, b)
    levels.forEach((level, depth) => {
      for (const cell of new Set([left, right].flatMap(face => (face < 0 ? [] : [at(level.cellOf, face)])))) {
        const streets = at(metresOf, depth).get(cell) ?? new Map<string, number>()
        at(metresOf, depth).set(cell, streets)
        streets.set(of.name ?? '', (streets.get(of.name ?? '') ?? 0) + metres)
      }
    })
  }
  return (level: number, cell: number) =>
    [...(metresOf[level - 1]?.get(cell) ?? [])].sort(([, a], [, b]) => b - a).map(([name]) => name)
}

function buildingsOf({ city, buildings }: StreetGround, tree: GridTree): GeographyBuilding[] {
  return buildings.flatMap(({ building, dwelling, face }) => {
    const address = city.addresses.get(building.id)
    if (!address) return []
    return [
      {
        id: building.id,
        gridPath: at(tree.pathOfFace, face),
        place: placeOf(building.place),
        outline: closedLine(building.outline),
        floors: dwelling.floors,
        entrances: dwelling.entrances,
        households: dwelling.households,
        street: address.street,
        houseNumber: address.houseNumber,
        address: `${address.street}${address.houseNumber}号`,
        use: dwelling.use,
      },
    ]
  })
}

function landmarksOf({ city, faceIndex }: StreetGround, { pathOfFace }: Ground): Landmark[] {
  const streets = new SegmentIndex<string>()
  for (const { name, lines } of city.roads) {
    if (!name) continue
    for (const line of lines)
      for (let i = 1; i < line.length; i++) streets.add({ a: at(line, i - 1), b: at(line, i), of: name })
  }
  const inside = readLandmarks(city.features).flatMap(landmark => {
    const face = faceIndex.find(landmark.place)
    return face === null ? [] : [{ ...landmark, gridPath: at(pathOfFace, face) }]
  })
  const named = groupBy(inside, ({ place, chineseKind }) => `${streets.nearest(place)?.segment.of ?? ''}${chineseKind}`)
  return [...named]
    .flatMap(([name, group]) =>
      group.map(({ kind, place, gridPath }, i) => ({
        name: group.length === 1 ? name : `${name}（${i + 1}）`,
        kind,
        place: placeOf(place),
        gridPath,
      })),
    )
    .map((landmark, i) => ({ id: i + 1, ...landmark }))
}

function placeOf(p: Point) {
  const [lon, lat] = toDegrees(p)
  return { lon, lat }
}
