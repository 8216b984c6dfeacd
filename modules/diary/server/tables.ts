import type { Generated } from 'kysely'
import type { PlacedRow } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { EntryKind, EntryOutcome, EntryWay } from '../common/entry.ts'

type Places = 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'

/** The rows of this module; they stay inside its stores. */
export interface DiaryTables {
  'diary.entry': Omit<PlacedRow, Places | 'grid_path' | 'owner_id'> & { [P in Places]: Generated<string | null> } & {
    id: string
    written_at: Instant
    owner_id: string
    kind: EntryKind
    way: EntryWay
    text: string
    person_sealed: Buffer | null
    lon: number | null
    lat: number | null
    address: string | null
    grid_path: string
    grid_names: readonly string[]
    outcome: EntryOutcome
    due_at: Instant
    first_feedback_at: Instant | null
    case_id: string | null
    case_number: string | null
    order_number: string | null
    words: string
  }
  'diary.feedback': {
    entry_id: string
    serial: number
    at: Instant
    by_id: string
    post_id: string | null
    outcome: EntryOutcome
    text: string
  }
  'diary.transfer': {
    number: string
    entry_id: string
    case_id: string
    note: string
    at: Instant
    by_id: string
    post_id: string | null
  }
  'diary.number_counter': { district: string; year: number; last: number }
  'diary.person_look': { entry_id: string; at: Instant; by_id: string; post_id: string | null; reason: string }
}
