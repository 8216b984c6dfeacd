import type { Generated } from 'kysely'
import type { Instant } from '../../kernel/common/instant.ts'
import type { LimitClock, Span, TimerMark, Week } from '../common/index.ts'

export interface WorktimeTables {
  'worktime.calendar': {
    key: string
    name: string
    offset_minutes: Generated<number>
    week: Week | null
    version: Generated<number>
    changed_at: Instant | null
  }
  'worktime.day': {
    calendar: string
    day: string
    kind: 'rest' | 'work'
    name_chinese: string
    name_english: string
    spans: readonly Span[] | null
    source: string
    changed_at: Instant
  }
  'worktime.year': { calendar: string; year: number; source: string; changed_at: Instant }
  'worktime.timer': {
    id: Generated<number>
    subject_kind: string
    subject_id: string
    name: string
    number: string | null
    calendar: string
    clock: LimitClock
    amount: number
    started_at: Instant
    marks: readonly TimerMark[]
    yellow: number | null
    orange: number | null
    due_at: Instant | null
    ended_at: Instant | null
    paused: boolean
    exempt: boolean
    uncovered: number[]
    light: number
    told: number
    untold: Generated<boolean>
    told_at: Instant
    revision: Generated<number>
    next_at: Instant | null
  }
  'worktime.replay': {
    id: string
    calendar: string
    reason: string
    since: string | null
    asked_at: Instant
    asked_by: string | null
    started_at: Instant | null
    finished_at: Instant | null
    total: number | null
    done: Generated<number>
    moved: Generated<number>
    up_to: Generated<number>
  }
  'worktime.moved_part': { replay_id: string; after: number; up_to: number }
  /** A view. */
  'worktime.moved': {
    replay_id: string
    up_to: number
    timer_id: number
    subject_kind: string
    subject_id: string
    name: string
    number: string | null
    due_before: Instant | null
    due_after: Instant | null
  }
}
