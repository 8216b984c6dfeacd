import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Timer } from '#platform/worktime/common/index.ts'
import type { CallState } from '../common/whistle.ts'

type Places = 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'

/** The rows of this module; they stay inside its stores. */
export interface CoordinationTables {
  'coordination.call': { [P in Places]: Generated<string | null> } & {
    id: string
    whistle_id: string
    number: string
    what: string
    place: string
    case_id: string | null
    case_number: string | null
    grid_path: string
    unit_id: string
    unit_name: string
    post_id: Generated<string | null>
    owner_id: string
    state: CallState
    blown_at: Instant
    due_at: Instant | null
    arrived_at: Instant | null
    was_in_time: boolean | null
    speed: number | null
    result: number | null
    timer: Timer
  }
  'coordination.entry': {
    call_id: string
    serial: number
    step: string
    at: Instant
    by_id: string
    post_id: string | null
    text: string
  }
  'coordination.number_counter': { year: number; last: number }
}
