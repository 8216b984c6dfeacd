import type { Instant } from '#platform/kernel/common/instant.ts'

/** Pairs of records that look like one person, merges, and how far the search has come. */
export interface AlikeTables {
  'registry.alike': {
    id: string
    a_id: string
    b_id: string
    score: number
    reasons: readonly string[]
    found_at: Instant
    source: string
    decision: 'merged' | 'apart' | null
    decided_at: Instant | null
    decided_by: string | null
  }
  'registry.merge': {
    id: string
    kept_id: string
    gone_id: string
    at: Instant
    by_id: string
    post_id: string | null
    reason: string
    undo: unknown
    undone_at: Instant | null
    undone_by: string | null
  }
  'registry.alike_search': { only_one: boolean; changed_at: Instant; thing_id: string }
}
