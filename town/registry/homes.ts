import { roomNumber } from '#modules/places/common/index.ts'
import type { Building, Entrance } from '#modules/places/common/index.ts'
import type { Geography } from '../geography/geography.ts'
import { lowestLevel } from '../geography/tree.ts'
import type { PlacesPlan } from '../places/plan-places.ts'

export interface Home {
  readonly building: Building
  readonly entrance: Entrance
  readonly floor: number
  readonly room: string
  readonly address: string
}

/** How many homes of a cell are in the library: all of them in the demo, a handful in the town of the tests. */
const homesOfACell = { small: 8, demo: Infinity, city: 0 } as const

/** In which small grids the library is filled; the others are as empty as in a place that has just begun. */
const filled = ['1.1.1', '1.1.2']

export const isFilled = (geography: Geography, gridPath: string): boolean =>
  geography.size !== 'city' && filled.some(path => gridPath === path || gridPath.startsWith(`${path}.`))

/** Every home of the filled grids, by building, entrance, floor and room. */
export function homesOf(geography: Geography, { buildings, entrances }: PlacesPlan): Home[] {
  const most = homesOfACell[geography.size]
  const depth = lowestLevel(geography)
  const left = new Map<string, number>()
  const entrancesOf = Map.groupBy(entrances, entrance => entrance.buildingId)
  return buildings.flatMap(building => {
    if (!isFilled(geography, building.gridPath) || building.gridPath.split('.').length < depth) return []
    const isSingleHouse = building.use === 'house' || (entrancesOf.get(building.id)?.length ?? 0) === 1
    return (entrancesOf.get(building.id) ?? []).flatMap(entrance => {
      const room = left.get(building.gridPath) ?? most
      const count = Math.min(entrance.households, room)
      left.set(building.gridPath, room - count)
      return Array.from({ length: count }, (_, i): Home => {
        const floor = Math.floor(i / entrance.roomsPerFloor) + 1
        const number = roomNumber(floor, (i % entrance.roomsPerFloor) + 1)
        const where = isSingleHouse ? building.address : `${building.address}${entrance.name}`
        const address = entrance.households === 1 ? building.address : `${where}${number}室`
        return { building, entrance, floor, room: number, address }
      })
    })
  })
}
