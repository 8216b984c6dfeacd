import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Keeping, MatterEvent, MatterKind, MatterOutcome } from '../common/matter.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }

/** The rows of this module; they stay inside its store. */
export interface MediationTables {
  'mediation.matter': Places & {
    id: string
    at: Instant
    device_at: Instant
    heard_at: Instant
    owner_id: string
    post_id: string | null
    unit_id: string | null
    grid_path: string
    kind: MatterKind
    outcome: MatterOutcome
    follow_up_on: string | null
    keeping: Keeping | null
  }
  'mediation.event': {
    id: string
    matter_id: string
    at: Instant
    kind: MatterEvent['kind']
    by_id: string
    post_id: string | null
    keeping: Keeping | null
    next_on: string | null
    said_sealed: Buffer
  }
  'mediation.look': { matter_id: string; at: Instant; by_id: string; post_id: string | null }
}
