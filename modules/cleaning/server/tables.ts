import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { DeductionEvent, DeductionState, ObjectionOutcome } from '../common/score.ts'
import type { CleaningItem } from '../common/standard.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }

/** The rows of this module; they stay inside its store. */
export interface CleaningTables {
  'cleaning.look': Places & {
    id: string
    section_id: string
    at: Instant
    device_at: Instant
    heard_at: Instant
    month: string
    owner_id: string
    post_id: string | null
    unit_id: string | null
    grid_path: string
  }
  'cleaning.deduction': {
    id: string
    section_id: string
    month: string
    item: CleaningItem
    reason: string
    lon: number | null
    lat: number | null
    points_first: number
    points: number
    state: DeductionState
    outcome: ObjectionOutcome | null
    object_until: Instant
  }
  'cleaning.event': {
    id: string
    deduction_id: string
    at: Instant
    kind: DeductionEvent['kind']
    by_id: string
    post_id: string | null
    text: string
    points: number | null
    outcome: ObjectionOutcome | null
  }
}
