import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import { filesOf } from '#platform/files/server/attach.ts'
import { campaignPlaced, ownersOnly } from '../../common/actions.ts'
import type { Campaign } from '../../common/campaign.ts'
import * as contract from '../../common/contract-queries.ts'
import { accountabilityOf, byGrid, byHolder, figuresOf, matches } from '../../common/figures.ts'
import { refuse } from '../../common/refusals.ts'
import { CampaignReader } from '../campaign-store.ts'
import { pointSubject } from '../campaign-work.ts'
import { presentCampaign, presentHistory, presentPoint, standingOf } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

const latestSurveyed = 30
/** As many as a phone keeps and a person sees through. */
const mostOrdered = 200

export const campaignQueries = (around: Surroundings): readonly Query[] => [
  list(around),
  show(around),
  points(around),
  mine(around),
  onePoint(around),
  accountability(around),
  choices(around),
]

/** Whether there is a place in the campaign's areas in which the caller surveys. */
function maySurvey(actor: Actor, campaign: Campaign): boolean {
  if (campaign.state === 'closed') return false
  if (can(actor, 'campaigns.manage', ownersOnly(campaign))) return true
  return actor.grants.some(({ permission, within }) => {
    if (permission !== 'campaigns.survey') return false
    if (within.kind !== 'subtree') return within.kind === 'everywhere'
    const touches = (area: string) =>
      `${within.path}.`.startsWith(`${area}.`) || `${area}.`.startsWith(`${within.path}.`)
    return campaign.areas.some(({ path }) => touches(path))
  })
}

const mayManage = (actor: Actor, campaign: Campaign) =>
  campaign.state === 'running' && can(actor, 'campaigns.manage', ownersOnly(campaign))

const maySetUp = (actor: Actor, campaign: Campaign) =>
  can(actor, 'campaigns.set-up', { ...campaignPlaced(campaign), postId: null, ownerId: null })

const list = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.listCampaigns>(contract.listCampaigns, {
    async run({ read, actor, now }, asked) {
      const reader = new CampaignReader(read, actor)
      const rows = []
      const { rows: campaigns, next } = await reader.list(asked)
      for (const campaign of campaigns) {
        const seen = (await reader.pointsOf(campaign)).map(point => standingOf(around, point, now))
        rows.push({
          ...{ ...presentCampaign(campaign), figures: figuresOf(seen) },
          ...{ maySurvey: maySurvey(actor, campaign), mayManage: mayManage(actor, campaign) },
        })
      }
      return { rows, next, maySetUp: actor.grants.some(grant => grant.permission === 'campaigns.set-up') }
    },
  })

const show = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.showCampaign>(contract.showCampaign, {
    async run({ read, actor, now }, { campaignId, depth = 0 }) {
      const reader = new CampaignReader(read, actor)
      const campaign = await reader.find(campaignId)
      if (!campaign) return refuse['no-such-campaign']()
      const seen = (await reader.pointsOf(campaign)).map(point => standingOf(around, point, now))
      const used = depth || depthOf(campaign.gridPath) + 1
      const mine = new Map<string, number>()
      for (const { point } of seen) {
        if (point.order) mine.set(point.order.orderId, (mine.get(point.order.orderId) ?? 0) + 1)
      }
      // An order is known to whoever sees a point of it; the owner sees also what was withdrawn since.
      const isOwner = can(actor, 'campaigns.manage', ownersOnly(campaign))
      const orders = (await reader.ordersOf(campaignId)).filter(({ id }) => isOwner || mine.has(id))
      return {
        ...{ ...presentCampaign(campaign), figures: figuresOf(seen), depth: used },
        ...{ byGrid: byGrid(seen, used), byHolder: byHolder(seen) },
        orders: orders.map(order => ({
          ...{ orderId: order.id, number: order.number, holderName: order.holder_name, demand: order.demand },
          ...{ limit: { clock: order.clock, amount: order.amount }, issuedAt: order.issued_at },
          points: mine.get(order.id) ?? 0,
        })),
        history: await presentHistory(around, read as never, await reader.eventsOf(campaignId)),
        ...{ maySetUp: maySetUp(actor, campaign), mayManage: mayManage(actor, campaign) },
        maySurvey: maySurvey(actor, campaign),
      }
    },
  })

const points = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.listPoints>(contract.listPoints, {
    async run({ read, actor, now }, { campaignId, ...filter }) {
      const reader = new CampaignReader(read, actor)
      const campaign = await reader.find(campaignId)
      if (!campaign) return refuse['no-such-campaign']()
      const seen = (await reader.pointsOf(campaign)).map(point => standingOf(around, point, now))
      return {
        rows: seen.filter(one => matches(one, filter)).map(one => presentPoint(actor, campaign, one)),
      }
    },
  })

const mine = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.myPoints>(contract.myPoints, {
    async run({ read, actor, now }) {
      const reader = new CampaignReader(read, actor)
      const ordered = await reader.ownPoints('ordered')
      const surveyed = await reader.ownPoints('surveyed', latestSurveyed)
      const present = ({ campaign, point }: (typeof ordered)[number]) =>
        presentPoint(actor, campaign, standingOf(around, point, now))
      const due = ({ dueAt }: contract.PointRow) => dueAt ?? '9'
      return {
        ordered: ordered
          .map(present)
          .sort((a, b) => (due(a) < due(b) ? -1 : 1))
          .slice(0, mostOrdered),
        orderedInAll: ordered.length,
        surveyed: surveyed.map(present),
      }
    },
  })

const onePoint = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.showPoint>(contract.showPoint, {
    async run({ read, actor, now }, { pointId }) {
      const reader = new CampaignReader(read, actor)
      const found = await reader.findPoint(pointId)
      if (!found) return refuse['no-such-point']()
      const { campaign, point } = found
      const order = point.order ? await reader.findOrder(point.order.orderId) : undefined
      const files = await filesOf(read as never, pointSubject(pointId))
      return {
        ...presentPoint(actor, campaign, standingOf(around, point, now)),
        ...{ campaignTitle: campaign.title, demand: order?.demand ?? null },
        photos: files.map(({ fileId, role }) => ({ fileId, role })),
        history: await presentHistory(around, read as never, await reader.eventsOf(pointId)),
      }
    },
  })

const accountability = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.accountability>(contract.accountability, {
    async run({ read, actor, now }, { campaignId }) {
      const reader = new CampaignReader(read, actor)
      const campaign = await reader.find(campaignId)
      if (!campaign) return refuse['no-such-campaign']()
      const seen = (await reader.pointsOf(campaign)).map(point => standingOf(around, point, now))
      return {
        rows: accountabilityOf(seen, around.clocks.calendarAt, now).map(one => ({
          ...presentPoint(actor, campaign, one),
          ...{ lateBy: one.lateBy, clock: one.clock },
        })),
      }
    },
  })

const choices = ({ staff }: Pick<Surroundings, 'staff'>) =>
  query<CampaignsTables, typeof contract.choices>(contract.choices, {
    async run({ read }) {
      const { owners, units, posts } = await staff.choices(read as never)
      return { owners: [...owners], units: [...units], posts: [...posts] }
    },
  })
