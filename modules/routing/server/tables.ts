import type { ClassKind } from '#modules/catalogue/common/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'

/** The rows of this module; they stay inside its stores. */
export interface RoutingTables {
  'routing.rule': {
    id: string
    version: number
    grid_path: string | null
    class_kind: ClassKind | null
    class_start: string
    weekdays: number[]
    from_minute: number | null
    until_minute: number | null
    valid_from: string
    valid_until: string | null
    unit_id: string
    reason: string
    case_id: string | null
    case_number: string | null
    is_ended: boolean
    by_id: string
    at: Instant
  }
  'routing.shift': {
    id: string
    unit_id: string
    post_id: string
    day: string
    from_minute: number
    until_minute: number
    starts_at: Instant
    ends_at: Instant
    stands_in_for: string | null
    reason: string | null
    by_id: string
    at: Instant
    removed_at: Instant | null
    removed_by: string | null
  }
}
