import type { Instant } from '#platform/kernel/common/instant.ts'
import type { LimitClock } from '#platform/worktime/common/index.ts'
import type { ClassKind } from '../common/class-kind.ts'

/** The rows of this module; they stay inside its stores. */
export interface CatalogueTables {
  'catalogue.filing_condition': {
    id: string
    version: number
    class_kind: ClassKind
    class_code: string
    condition: string
    clock: LimitClock | null
    amount: number | null
    limit_text: string
    closing: string
    handling_body: string
    supervising_body: string
    collect: string[]
    valid_from: string
    is_ended: boolean
    by_id: string
    at: Instant
  }
  'catalogue.local_class': {
    class_kind: ClassKind
    class_code: string
    version: number
    name: string
    name_en: string
    old_code: string | null
    adopted_as: string | null
    valid_from: string
    is_ended: boolean
    by_id: string
    at: Instant
  }
}
