import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CallKind, CallOutcome, Satisfaction } from '../common/call.ts'

/** The rows of this module; they stay inside its stores. */
export interface HotlineTables {
  'hotline.call': {
    id: string
    taken_at: Instant
    taken_by: string
    unit_id: string | null
    phone_sealed: Buffer
    phone_index: Buffer
    masked_number: string
    name_sealed: Buffer | null
    kind: CallKind
    summary: string
    place: string | null
    outcome: CallOutcome
    answer: string | null
    article_id: string | null
    article_version: number | null
    case_id: string | null
    case_number: string | null
    called_back_at: Instant | null
    /** Null until a job has made them, of calls from before. */
    words: string | null
  }
  'hotline.caller_look': { call_id: string; at: Instant; by_id: string; post_id: string | null; reason: string }
  'hotline.article': {
    id: string
    version: number
    title: string
    body: string
    valid_from: string
    is_retired: boolean
    by_id: string
    at: Instant
    words: string
  }
  'hotline.call_back': {
    call_id: string
    try: number
    at: Instant
    by_id: string
    reached: boolean
    solved: boolean | null
    satisfaction: Satisfaction | null
    note: string | null
  }
  'hotline.case_call_back': {
    case_id: string
    case_number: string
    try: number
    at: Instant
    by_id: string
    reached: boolean
    solved: boolean | null
    satisfaction: Satisfaction | null
    note: string | null
    is_last: boolean
  }
}
