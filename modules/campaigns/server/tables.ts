import type { Generated } from 'kysely'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { LimitClock } from '#platform/worktime/common/index.ts'
import type { Campaign, CampaignEvent } from '../common/campaign.ts'
import type { CampaignPoint, PointEvent, PointState } from '../common/point.ts'
import type { Programme, ProgrammeEvent, Task, TaskEvent } from '../common/programme.ts'

type Places = 'place_1' | 'place_2' | 'place_3' | 'place_4' | 'place_5' | 'place_6'
type Placed = { [P in Places]: Generated<string | null> } & { grid_path: string; owner_id: string }

export type KeptEvent = CampaignEvent | PointEvent | ProgrammeEvent | TaskEvent

/** The rows of this module; they stay inside its stores. */
export interface CampaignsTables {
  'campaigns.campaign': Placed & {
    id: string
    version: number
    state: Campaign['state']
    unit_id: Generated<string | null>
    post_id: string
    body: Campaign
  }
  'campaigns.point': Placed & {
    id: string
    parent_id: string
    version: number
    state: PointState
    unit_id: string | null
    post_id: string | null
    list_number: number | null
    body: CampaignPoint
  }
  'campaigns.work_order': {
    id: string
    campaign_id: string
    number: string
    unit_id: string | null
    post_id: string | null
    holder_name: string
    demand: string
    clock: LimitClock
    amount: number
    issued_at: Instant
    by_id: string
    by_post_id: string | null
  }
  'campaigns.programme': Placed & {
    id: string
    version: number
    unit_id: Generated<string | null>
    post_id: string
    body: Programme
  }
  'campaigns.task': { id: string; parent_id: string; version: number; post_id: string; body: Task }
  'campaigns.event': {
    subject_id: string
    serial: number
    type: string
    at: Instant
    by_id: string
    body: KeptEvent
  }
  'campaigns.number_counter': { kind: string; year: number; last: number }
}
