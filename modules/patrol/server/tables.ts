import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CheckItem, Checklist, ChecklistKind } from '../common/checklist.ts'
import type { PatrolPoint, Rhythm } from '../common/plan.ts'
import type { RoundEvent, RoundStanding, RoundState } from '../common/round.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }
/** Always empty, and asked for by the one rule of who sees what. */
interface NobodysOwn {
  unit_id: Generated<string | null>
}

/** The rows of this module; they stay inside its stores. */
export interface PatrolTables {
  'patrol.plan': Places &
    NobodysOwn & {
      id: string
      version: number
      title: string
      grid_path: string
      post_id: string
      owner_id: Generated<string | null>
      points: readonly PatrolPoint[]
      rhythm: Rhythm
      valid_from: string
      valid_until: string | null
    }
  'patrol.plan_version': {
    plan_id: string
    version: number
    written_at: Instant
    by_id: string
    plan: unknown
  }
  'patrol.checklist': {
    id: string
    version: number
    kind: ChecklistKind
    name: string
    items: readonly CheckItem[]
    written_at: Instant
    by_id: string
  }
  'patrol.round': Places &
    NobodysOwn & {
      id: string
      plan_id: string
      plan_version: number
      title: string
      span_name: string
      day: string
      from_at: Instant
      until_at: Instant
      grid_path: string
      post_id: string
      /** Who began it. */
      owner_id: string | null
      points: readonly PatrolPoint[]
      checklists: readonly Checklist[]
      state: RoundState
      standing: RoundStanding
      due: number
      checked: number
      late: number
      skipped: number
      left_out: number
      found: number
      /** Whether it stands in the inbox. */
      waits: Generated<boolean>
    }
  'patrol.step': {
    round_id: string
    serial: number
    at: Instant
    device_at: Instant
    heard_at: Instant
    by_id: string
    post_id: string | null
    event: RoundEvent
  }
  'patrol.track': {
    round_id: string
    track_id: string
    walker_id: string
    heard_at: Instant
    sealed: Buffer
  }
}
