import type { GeographyBuilding } from '../geography.ts'
import type { OpenBuilding } from '../open-data/buildings.ts'

export interface Dwelling {
  readonly use: GeographyBuilding['use']
  readonly floors: number
  readonly entrances: number
  readonly households: number
}

type Use = GeographyBuilding['use']

const usesByTag: Readonly<Record<string, Use>> = {
  garage: 'garage',
  garages: 'garage',
  roof: 'garage',
  tank: 'works',
  industrial: 'works',
  hangar: 'works',
  warehouse: 'works',
  manufacture: 'works',
  construction: 'works',
  abbandonned: 'works',
  kindergarten: 'school',
  school: 'school',
  college: 'school',
  university: 'school',
  retail: 'shop',
  commercial: 'shop',
  office: 'shop',
  hotel: 'shop',
  church: 'public',
  hospital: 'public',
  public: 'public',
  train_station: 'public',
  apartments: 'dwelling',
  residential: 'dwelling',
  dormitory: 'dwelling',
  house: 'house',
  detached: 'house',
}

const grossSquareMetresPerFlat = 165
const flatsPerEntranceAndFloor = 3

/** What the open data leaves open is filled in by size: it says "yes, a building" of most. */
export function dwellingIn(building: OpenBuilding): Dwelling {
  const use = useOf(building)
  const floors = building.taggedFloors || usualFloors(use)
  if (use === 'house')
    return { use, floors: Math.min(floors, 3), entrances: 1, households: building.footprintSquareMetres > 260 ? 2 : 1 }
  if (use !== 'dwelling') return { use, floors, entrances: 0, households: 0 }
  const flatsPerFloor = Math.max(2, Math.round(building.footprintSquareMetres / grossSquareMetresPerFlat))
  return {
    use,
    floors,
    entrances: Math.max(1, Math.round(flatsPerFloor / flatsPerEntranceAndFloor)),
    households: flatsPerFloor * floors,
  }
}

function useOf({ tags, taggedFloors, footprintSquareMetres }: OpenBuilding): Use {
  const told = usesByTag[tags.building ?? '']
  if (told) return told
  if (tags.amenity) return /school|kindergarten|college|university/.test(tags.amenity) ? 'school' : 'public'
  if (tags.shop || tags.office) return 'shop'
  if (footprintSquareMetres < 45) return 'garage'
  if (taggedFloors >= 3) return footprintSquareMetres < 4000 ? 'dwelling' : 'public'
  if (footprintSquareMetres <= 420) return 'house'
  return footprintSquareMetres < 1500 ? 'shop' : 'works'
}

function usualFloors(use: Use): number {
  if (use === 'dwelling') return 5
  return use === 'school' || use === 'public' ? 3 : 1
}
