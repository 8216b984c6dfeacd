import { lowestWithAll } from '#modules/grid/common/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'

/** Who did it, in which post, when. Every event has it. */
export interface Stamp {
  readonly at: Instant
  readonly by: string
  readonly inPost: string | null
}

export interface Area {
  readonly path: string
  readonly name: string
}

export const campaignStates = ['running', 'closed'] as const

/** What somebody sets up, and may change while it runs. */
export interface CampaignPlan {
  readonly title: string
  readonly purpose: string
  readonly areas: readonly Area[]
  /** The post that answers for it: it fixes the list, issues the orders and ticks off. */
  readonly ownerPostId: string
  readonly ownerTitle: string
  /** Plain days, both included. */
  readonly from: string
  readonly until: string
  readonly budgetFen: number
}

/** One 专项整治 as it stands. */
export interface Campaign extends CampaignPlan {
  readonly id: string
  readonly number: string
  readonly state: (typeof campaignStates)[number]
  /** The smallest grid that holds all its areas: where it lies for whoever asks. */
  readonly gridPath: string
  readonly setUpBy: string
  readonly setUpAt: Instant
  readonly listFixedAt: Instant | null
  /** How many numbers of the list are given; numbers are never given twice. */
  readonly listed: number
  readonly version: number
}

export type CampaignEvent = Stamp &
  (
    | ({ readonly type: 'campaign.set-up'; readonly id: string; readonly number: string } & CampaignPlan)
    | ({ readonly type: 'campaign.changed'; readonly reason: string } & CampaignPlan)
    | { readonly type: 'campaign.listed'; readonly count: number; readonly reason: string }
    | { readonly type: 'campaign.closed'; readonly reason: string }
  )

export function applyCampaignEvent(before: Campaign | null, event: CampaignEvent): Campaign {
  if (event.type === 'campaign.set-up') {
    return {
      ...{ ...planOf(event), id: event.id, number: event.number, state: 'running' },
      ...{ setUpBy: event.by, setUpAt: event.at, listFixedAt: null, listed: 0, version: 1 },
      gridPath: groundOf(event.areas),
    }
  }
  if (before === null) throw new Error(`${event.type} before the campaign was set up`)
  const next = { ...before, version: before.version + 1 }
  switch (event.type) {
    case 'campaign.changed':
      return { ...next, ...planOf(event), gridPath: groundOf(event.areas) }
    case 'campaign.listed':
      return { ...next, listFixedAt: before.listFixedAt ?? event.at, listed: before.listed + event.count }
    case 'campaign.closed':
      return { ...next, state: 'closed' }
    default:
      return unreachable(event)
  }
}

function planOf({ title, purpose, areas, ownerPostId, ownerTitle, from, until, budgetFen }: CampaignPlan) {
  return { title, purpose, areas, ownerPostId, ownerTitle, from, until, budgetFen }
}

/** The smallest grid that holds all its areas. */
const groundOf = (areas: readonly Area[]): string => lowestWithAll(areas.map(({ path }) => path)) ?? ''

export function reduceCampaign(events: readonly CampaignEvent[]): Campaign {
  const end = events.reduce<Campaign | null>(applyCampaignEvent, null)
  if (end === null) throw new Error('a campaign without a history')
  return end
}

/** 专项〔2026〕3号; an order 整改〔2026〕12号; a programme 行动〔2026〕1号. */
export const numberKinds = { campaign: '专项', order: '整改', programme: '行动' } as const
export type NumberKind = keyof typeof numberKinds
export const paperNumber = (kind: NumberKind, year: number, serial: number): string =>
  `${numberKinds[kind]}〔${year}〕${serial}号`

/** How people speak of an item of the list. */
export const itemNumber = (campaignNumber: string, listNumber: number | null): string =>
  listNumber === null ? campaignNumber : `${campaignNumber}-${String(listNumber).padStart(3, '0')}`
