import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Consent, Meeting, Outcome, VisitKind } from '../common/visit.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }

/** The rows of this module; they stay inside its store. */
export interface VisitsTables {
  'visits.visit': Places & {
    id: string
    kind: VisitKind
    at: Instant
    device_at: Instant
    heard_at: Instant
    owner_id: string
    post_id: string | null
    unit_id: string | null
    grid_path: string
    thing_ids: readonly string[]
    topic: string
    meeting: Meeting
    consent: Consent
    outcome: Outcome
    due_on: string | null
    reached: number | null
    text_sealed: Buffer | null
    cases: readonly { readonly caseId: string; readonly number: string }[]
    done_at: Instant | null
    done_by: string | null
    done_sealed: Buffer | null
  }
  'visits.look': { visit_id: string; at: Instant; by_id: string; post_id: string | null }
}
