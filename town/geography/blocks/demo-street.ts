import type { Random } from '../geography.ts'
import type { OpenBuilding } from '../open-data/buildings.ts'
import { type OpenCity, readOpenCity } from '../open-data/open-city.ts'
import { outside, type Plane } from '#platform/planar/common/faces.ts'
import { at, boxOf, fromDegrees } from '#platform/planar/common/point.ts'
import { type Cell, toCells } from './cells.ts'
import { type Dwelling, dwellingIn } from './dwellings.ts'
import { FaceIndex } from './face-index.ts'
import { mergeSmall } from './merge-small.ts'
import { partition } from './partition.ts'
import { pieceWithin } from './region.ts'
import { cutAlongStreets } from './street-lines.ts'
import type { Way } from './way.ts'

// East of the river and south of the railway: housing estates by the avenue, courtyards of small houses
// towards the edge of the town.
const window = (
  [
    [113.7085, 34.7575],
    [113.7275, 34.7665],
    [113.7262, 34.7745],
    [113.7325, 34.7775],
    [113.7795, 34.7525],
    [113.7765, 34.7215],
    [113.7185, 34.7315],
    [113.7075, 34.747],
  ] as const
).map(fromDegrees)

/** Of the mission: one large grid, four middle, thirty-three small ones, of which three are schools. */
const middleCount = 4
const smallCount = 33
const schoolCount = 3

const usefulSize = {
  mostHouseholds: 500,
  enoughHouseholds: 300,
  enoughSquareMetres: 130_000,
  mostSquareMetres: 260_000,
}

export interface HousedBuilding {
  readonly building: OpenBuilding
  readonly dwelling: Dwelling
  readonly face: number
}

/** The ground of the demo street, and to which cell of each level every face belongs. */
export interface StreetGround {
  readonly city: OpenCity
  readonly plane: Plane<Way>
  readonly faceIndex: FaceIndex
  readonly buildings: readonly HousedBuilding[]
  readonly alleyOf: readonly number[]
  readonly smallOf: readonly number[]
  readonly middleOf: readonly number[]
  /** Small grids that are a school's campus. */
  readonly campuses: ReadonlySet<number>
}

export function cutDemoStreet(random: Random): StreetGround {
  const city = readOpenCity()
  const plane = pieceWithin(cutAlongStreets(city, boxOf(window)), window)
  const faceIndex = new FaceIndex(plane.faces)
  const buildings = city.buildings.flatMap(building => {
    const face = faceIndex.find(building.place)
    return face === null ? [] : [{ building, dwelling: dwellingIn(building), face }]
  })
  const households = sumByFace(plane, buildings, ({ dwelling }) => dwelling.households)
  const faces = toCells(plane, households, [...plane.faces.keys()], plane.faces.length)
  const campusFaces = chooseCampuses(plane, buildings, faces)

  const alleyOf = mergeSmall(faces, usefulSize, face => campusFaces.includes(face))
  const alleys = toCells(plane, households, alleyOf, Math.max(...alleyOf) + 1)
  const campusAlleys = campusFaces.map(face => at(alleyOf, face))
  const smallOfAlley = groupAround(alleys, campusAlleys, smallCount, random)
  const smallOf = alleyOf.map(alley => at(smallOfAlley, alley))
  const smalls = toCells(plane, households, smallOf, smallCount)
  const middleOfSmall = partition(smalls, middleCount, random)
  return {
    city,
    plane,
    faceIndex,
    buildings,
    alleyOf,
    smallOf,
    middleOf: smallOf.map(small => at(middleOfSmall, small)),
    campuses: new Set(campusAlleys.map(alley => at(smallOfAlley, alley))),
  }
}

function sumByFace(
  plane: Plane<Way>,
  buildings: readonly HousedBuilding[],
  amount: (building: HousedBuilding) => number,
): number[] {
  const sums = new Array<number>(plane.faces.length).fill(0)
  for (const building of buildings) sums[building.face] = at(sums, building.face) + amount(building)
  return sums
}

/** The faces with the largest school buildings and hardly a flat. */
function chooseCampuses(plane: Plane<Way>, buildings: readonly HousedBuilding[], faces: readonly Cell[]): number[] {
  const footprint = ({ building, dwelling }: HousedBuilding) =>
    dwelling.use === 'school' ? building.footprintSquareMetres : 0
  const taught = sumByFace(plane, buildings, footprint)
  return [...taught.keys()]
    .filter(face => at(faces, face).households < 30 && at(faces, face).areaSquareMetres > 12_000)
    .sort((a, b) => at(taught, b) - at(taught, a))
    .slice(0, schoolCount)
}

/** Campuses, with what they enclose, are small grids of their own; the rest is parted evenly around them. */
function groupAround(alleys: readonly Cell[], campuses: readonly number[], count: number, random: Random): number[] {
  const others = largestWithout(alleys, campuses)
  const numbers = new Map(others.map((alley, i) => [alley, i]))
  const rest = others.map(alley => {
    const cell = at(alleys, alley)
    const contacts = [...cell.contacts].flatMap(([other, contact]) => {
      const number = numbers.get(other)
      return number === undefined ? [] : [[number, contact] as const]
    })
    return { ...cell, contacts: new Map(contacts) }
  })
  const labels = partition(rest, count - campuses.length, random)
  return alleys.map((_, alley) => {
    const number = numbers.get(alley)
    return number === undefined ? count - campuses.length + campusAround(alleys, campuses, alley) : at(labels, number)
  })
}

function largestWithout(alleys: readonly Cell[], campuses: readonly number[]): number[] {
  let largest = new Set<number>()
  const seen = new Set<number>([outside, ...campuses])
  for (const alley of alleys.keys()) {
    if (seen.has(alley)) continue
    const piece = new Set([alley])
    for (const member of piece) {
      seen.add(member)
      for (const other of at(alleys, member).contacts.keys()) if (!seen.has(other)) piece.add(other)
    }
    if (piece.size > largest.size) largest = piece
  }
  return [...largest].sort((a, b) => a - b)
}

/** The campus itself, or the first one met on the way out from what it encloses. */
function campusAround(alleys: readonly Cell[], campuses: readonly number[], alley: number): number {
  const reached = new Set([alley])
  for (const member of reached) {
    if (campuses.includes(member)) return campuses.indexOf(member)
    for (const other of at(alleys, member).contacts.keys()) if (other !== outside) reached.add(other)
  }
  throw new Error('ground that no campus encloses and that touches nothing')
}
