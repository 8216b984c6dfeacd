import type { Generated } from 'kysely'
import type { LeftOut } from '#modules/cases/common/index.ts'
import type { PlacedRow } from '#platform/authz/server/visible-where.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Timer } from '#platform/worktime/common/index.ts'
import type { LadderLevel } from '../common/ladder.ts'
import type { OrderEntry, OrderKind, OrderState } from '../common/order.ts'

type Places = 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'

/** The rows of this module; they stay inside its stores. */
export interface SupervisionTables {
  'supervision.order_paper': { [P in Places]: Generated<string | null> } & {
    owner_id: Generated<string | null>
    post_id: Generated<string | null>
    id: string
    number: string
    kind: OrderKind
    state: OrderState
    demand: string
    unit_id: string
    unit_name: string
    case_id: string | null
    case_number: string | null
    from_id: string | null
    grid_path: string | null
    issued_by: string
    issued_at: Instant
    due_at: Instant | null
    replied_at: Instant | null
    timer: Timer
    entries: readonly OrderEntry[]
  }
  'supervision.number_counter': { kind: OrderKind; year: number; last: number }
  'supervision.escalation': {
    subject_kind: string
    subject_id: string
    timer: string
    started_at: Instant
    light: 'yellow' | 'orange' | 'red'
    level: LadderLevel
    at: Instant
    told: readonly string[]
  }
  'supervision.case_fact': Omit<PlacedRow, Places | 'grid_path'> & { [P in Places]: Generated<string | null> } & {
    case_id: string
    version: number
    number: string
    title: string
    status: string
    reported_at: Instant
    grid_path: string
    lon: number | null
    lat: number | null
    is_open: boolean
    is_closed: boolean
    source: string
    left_out_for: string | null
    left_out: LeftOut | null
    respond_due: Instant | null
    respond_done: Instant | null
    rework_count: number
    stars: number | null
    solved: boolean | null
    accept_due: Instant | null
    accept_done: Instant | null
    handle_due: Instant | null
    handle_done: Instant | null
    whole_due: Instant | null
    whole_done: Instant | null
    stage_due: Instant | null
    light: number
    next_at: Instant | null
    read_at: Instant
  }
}
