import type { Generated } from 'kysely'
import type { Position } from '#platform/kernel/common/geometry.ts'
import type { BuildingUse, HeadPlace } from '../common/building.ts'

interface Dated {
  valid_from: string
  valid_to: string | null
}

/** The rows of this module; they stay inside its stores. */
export interface PlacesTables {
  'places.courtyard': Dated & {
    id: string
    name: string
    address: string
    lon: number
    lat: number
    spot: Generated<string>
  }
  'places.building': Dated & {
    id: string
    courtyard_id: string | null
    name: string
    street: string
    house_number: number
    address: string
    use: BuildingUse
    floors: number
    households: number
    outline: readonly Position[]
    lon: number
    lat: number
    spot: Generated<string>
  }
  'places.entrance': Dated & {
    id: string
    building_id: string
    number: number
    name: string
    floors: number
    rooms_per_floor: number
    households: number
  }
  'places.lies_in': Dated & {
    kind: 'courtyard' | 'building'
    place_id: string
    grid_path: string
    place_1: Generated<string | null>
    place_2: Generated<string | null>
    place_3: Generated<string | null>
    place_4: Generated<string | null>
    place_5: Generated<string | null>
    place_6: Generated<string | null>
  }
  'places.head': Dated & { kind: HeadPlace; place_id: string; post_id: string }
}
