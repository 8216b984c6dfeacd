import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'

type Places = { [P in 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6']: Generated<string | null> }

/** The rows of this module; they stay inside its store. */
export interface RelayTables {
  'relay.word': Places & {
    id: string
    title: string
    text: string
    at: Instant
    until_on: string
    owner_id: string
    post_id: string | null
    unit_id: string | null
    grid_path: string
    withdrawn_at: Instant | null
    withdrawn_by: string | null
    reason: Generated<string>
  }
  'relay.passing': {
    word_id: string
    post_id: string
    passed_at: Instant | null
    heard_at: Instant | null
    passed_by: string | null
    asked_sealed: Buffer | null
    answered_at: Instant | null
    answered_by: string | null
    answer_sealed: Buffer | null
  }
}
