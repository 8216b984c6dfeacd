import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Position } from '#platform/kernel/common/geometry.ts'
import type { BuildingUse } from '../common/building.ts'
import type { LineKind, OverlayKind, OverlayUse, ThingDuty, ThingKind } from '../common/things.ts'

interface Dated {
  valid_from: string
  valid_to: string | null
}

type Prefixes = {
  [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null>
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
  'places.lies_in': Dated & Prefixes & { kind: 'courtyard' | 'building'; place_id: string; grid_path: string }
  'places.post_on': Dated & { thing_kind: ThingKind; thing_id: string; duty: ThingDuty; post_id: string }
  'places.overlay': Dated & {
    id: string
    kind: OverlayKind
    use: OverlayUse | null
    name: string
    parent_id: string | null
  }
  'places.post_phone': { post_id: string; phone_sealed: Buffer; changed_at: Instant; changed_by: string }
  'places.overlay_cell': { overlay_id: string; grid_path: string; valid_from: string; valid_to: string | null }
  'places.line': Dated &
    Prefixes & {
      id: string
      kind: LineKind
      name: string
      street: string
      class: string | null
      coordinates: readonly (readonly Position[])[]
      length_metres: number
      area_square_metres: number | null
      lon: number
      lat: number
      spot: Generated<string>
      grid_path: string
    }
}
