import type { Building, Courtyard, Entrance, PostOnThing } from '#modules/places/common/index.ts'
import type { Geography, GeographyBuilding } from '../geography/geography.ts'
import type { PeoplePlan } from '../people/people.ts'
import { idMaker, randomFrom } from '../random.ts'

export interface PlacesPlan {
  readonly courtyards: readonly Courtyard[]
  readonly buildings: readonly Building[]
  readonly entrances: readonly Entrance[]
  readonly heads: readonly PostOnThing[]
}

/** Blocks of flats of one street in one cell stand around a yard, this many at most. */
const blocksPerCourtyard = 6

/** Courtyards, buildings and entrances of the place, the same ids for the same seed, and the heads of the yards. */
export function planPlaces(geography: Geography, people: PeoplePlan, bornAt: number): PlacesPlan {
  const make = idMaker(randomFrom(geography.seed * 104_729 + 11))
  const newId = () => make(bornAt)
  const ids = new Map(geography.buildings.map(building => [building, newId()]))
  const yards = yardsOf(geography).map(blocks => ({ id: newId(), blocks }))
  const yardOf = new Map(yards.flatMap(({ id, blocks }) => blocks.map((block, i) => [block, { id, number: i + 1 }])))
  const courtyards = yards.map(({ id, blocks: [first] }) => ({
    id,
    name: `${first!.address}院`,
    address: first!.address,
    point: first!.place,
    gridPath: first!.gridPath,
  }))
  return {
    courtyards,
    buildings: geography.buildings.map(building => ({
      id: ids.get(building)!,
      courtyardId: yardOf.get(building)?.id ?? null,
      name: yardOf.has(building) ? `${yardOf.get(building)!.number}号楼` : building.address,
      street: building.street,
      houseNumber: building.houseNumber,
      address: building.address,
      use: building.use,
      floors: building.floors,
      households: building.households,
      outline: building.outline,
      point: building.place,
      gridPath: building.gridPath,
    })),
    entrances: geography.buildings.flatMap(building => entrancesOf(building, ids.get(building)!, newId)),
    heads: headsOf(courtyards, people),
  }
}

function yardsOf({ buildings }: Geography): GeographyBuilding[][] {
  const blocks = buildings.filter(({ use, households }) => use === 'dwelling' && households > 0)
  const groups = Map.groupBy(blocks, ({ gridPath, street }) => `${gridPath} ${street}`)
  return [...groups.values()].flatMap(group => {
    const inOrder = group.toSorted((a, b) => a.houseNumber - b.houseNumber || a.id - b.id)
    const yards = Array.from({ length: Math.ceil(group.length / blocksPerCourtyard) }, (_, i) =>
      inOrder.slice(i * blocksPerCourtyard, (i + 1) * blocksPerCourtyard),
    )
    return yards.filter(yard => yard.length > 1)
  })
}

/** The homes of a floor are shared out over the entrances, the first ones getting one more where they do not divide. */
function entrancesOf(building: GeographyBuilding, buildingId: string, newId: () => string): Entrance[] {
  const { floors, entrances: count, households } = building
  if (count === 0) return []
  const homesOf = (entrance: number) => Math.floor(households / count) + (entrance < households % count ? 1 : 0)
  return Array.from({ length: count }, (_, i) => ({
    id: newId(),
    buildingId,
    number: i + 1,
    name: `${i + 1}单元`,
    floors,
    roomsPerFloor: Math.max(1, Math.ceil(homesOf(i) / floors)),
    households: homesOf(i),
  }))
}

/** The building head of a cell (its post may be vacant) is head of each yard in it. */
function headsOf(courtyards: readonly Courtyard[], { posts }: PeoplePlan): PostOnThing[] {
  const heads = new Map(posts.flatMap(post => (post.duty === 'building-head' ? [[post.gridPath, post.id]] : [])))
  return courtyards.flatMap(({ id, gridPath }) => {
    const postId = heads.get(gridPath)
    return postId ? [{ thingKind: 'courtyard' as const, thingId: id, duty: 'head' as const, postId }] : []
  })
}
