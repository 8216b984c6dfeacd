import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CallEvent, CallOutcome, CallStatus, Safer } from '../common/call.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }

/** The rows of this module; they stay inside its store. */
export interface HelpTables {
  'help.call': Places & {
    id: string
    at: Instant
    device_at: Instant
    heard_at: Instant
    owner_id: string
    post_id: string | null
    unit_id: string | null
    grid_path: string
    status: CallStatus
    taken_by: string | null
    taken_at: Instant | null
    safer: Safer | null
    ended_by: string | null
    ended_at: Instant | null
    outcome: CallOutcome | null
  }
  'help.ground': Places & { call_id: string; at: Instant; grid_path: string }
  'help.event': {
    id: string
    call_id: string
    at: Instant
    kind: CallEvent['kind']
    by_id: string
    post_id: string | null
    safer: Safer | null
    outcome: CallOutcome | null
    said_sealed: Buffer | null
  }
}
