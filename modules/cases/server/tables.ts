import type { Reason } from '../common/priority.ts'
import type { BothNames, ClassKind } from '#modules/catalogue/common/index.ts'
import type { Generated } from 'kysely'
import type { z } from 'zod'
import type { PlacedRow } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CaseEvent, CaseLevel, CasePhoto, CaseSource, CaseStatus, Procedure, Rating } from '../common/case-file.ts'

type Places = 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'

/** What the database works out by itself; never written. */
type Derived = { [P in Places]: Generated<string | null> } & { spot: Generated<string | null> }

/** The rows of this module; they stay inside its stores. */
export interface CasesTables {
  'cases.case_file': Omit<PlacedRow, Places | 'grid_path'> &
    Derived & {
      id: string
      number: string
      status: CaseStatus
      source: CaseSource
      title: string | null
      description: string
      lon: number | null
      lat: number | null
      accuracy_metres: number | null
      frame: string | null
      address: string | null
      grid_path: string
      grid_names: readonly string[]
      no_grid: boolean
      class_kind: ClassKind | null
      class_code: string | null
      class_name: BothNames | null
      dispatched_by: string | null
      handled_by: string | null
      photos: readonly CasePhoto[]
      rework_count: number
      into_id: string | null
      into_number: string | null
      rating: Rating | null
      made_at: Instant | null
      clock_off_seconds: number | null
      reported_at: Instant
      since: Instant
      version: number
      /** What is other than at the start. */
      procedure: Partial<Procedure>
      level: CaseLevel
      work_path: string | null
      claimed_by: string | null
      suspended_until: Instant | null
      is_simple: boolean
      is_held_up: boolean
      is_followed: Generated<boolean>
      words: string
    }
  'cases.case_event': { case_id: string; version: number; at: Instant; body: CaseEvent }
  'cases.priority': {
    case_id: string
    score: number
    reasons: Reason[]
    reports: number
    repeats: number
    weighed_by: string
    next_at: Instant | null
    at: Instant
  }
  'cases.number_lane': { district: string; year: number; lane: number; next: number }
  'cases.receipt': { case_id: string; actor_id: string; request_id: string; input_hash: string; code_hash: Buffer }
  'cases.reporter': { case_id: string; name_sealed: Buffer | null; phone_sealed: Buffer | null }
  'cases.reporter_look': { case_id: string; at: Instant; by_id: string; post_id: string | null; reason: string }
  'cases.standard_text': {
    id: string
    version: number
    step: string
    class_kind: string | null
    class_code: string | null
    body: string
    is_retired: boolean
    changed_by: string
    changed_at: Instant
  }
  'cases.saved_view': { id: string; person_id: string; name: string; filters: Record<string, z.core.util.JSONType> }
}
