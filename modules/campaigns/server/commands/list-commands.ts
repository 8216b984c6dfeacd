import { can } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { yearOf } from '#platform/kernel/common/instant.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { lightsToKeep } from '#platform/worktime/common/index.ts'
import { objectionTo, ownersOnly, type PointAction } from '../../common/actions.ts'
import * as contract from '../../common/contract.ts'
import type { CampaignPoint } from '../../common/point.ts'
import { refuse } from '../../common/refusals.ts'
import { CampaignWriter } from '../campaign-store.ts'
import {
  campaignSubject,
  type CampaignsWork,
  letCampaignBeKnown,
  letPointBeKnown,
  refusalOf,
  stampOf,
} from '../campaign-work.ts'
import { nextNumber } from '../journal-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

type Around = Pick<Surroundings, 'clocks' | 'lights' | 'staff'>

export const listCommands = (around: Around): readonly Command[] => [fixList(around), issueOrder(around)]

/** The owner's campaign and points of it, all held and all fit for the step; else why not. */
async function takeAll(
  campaigns: CampaignWriter,
  work: CampaignsWork,
  campaignId: string,
  pointIds: readonly string[],
  action: PointAction,
) {
  const campaign = await campaigns.take(campaignId)
  if (!campaign || !can(work.actor, 'campaigns.manage', ownersOnly(campaign))) return refuse['no-such-campaign']()
  const points = await campaigns.takePoints(campaign, pointIds)
  if (points.length !== new Set(pointIds).size) return refuse['no-such-point']()
  for (const point of points) {
    const objection = objectionTo(action, work.actor, campaign, point)
    if (objection) return refusalOf(objection)
  }
  return { campaign, points }
}

const fixList = (around: Around) =>
  command<CampaignsTables, typeof contract.fixList>(contract.fixList, {
    subject: ({ campaignId }) => campaignSubject(campaignId),
    async run(work, { campaignId, pointIds, reason }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const taken = await takeAll(campaigns, work, campaignId, pointIds, 'list')
      if (isRefusal(taken)) return taken
      const { campaign, points } = taken
      if (campaign.listFixedAt !== null && reason === '') return refuse['reason-missing']()
      const stamp = stampOf(work)
      // By place, so that neighbours stand beside each other on the paper.
      const inOrder = points.toSorted((a, b) => byPlace(a, b))
      for (const [at, point] of inOrder.entries()) {
        const event = { type: 'point.listed', ...stamp, listNumber: campaign.listed + at + 1, reason } as const
        await letPointBeKnown(around, work, campaign, await campaigns.appendToPoint(point, event))
      }
      const event = { type: 'campaign.listed', ...stamp, count: points.length, reason } as const
      const after = await campaigns.appendToCampaign(campaign, event)
      await letCampaignBeKnown(work, campaigns, after)
      return { campaignId, listed: after.listed }
    },
  })

function byPlace(a: CampaignPoint, b: CampaignPoint): number {
  const left = a.gridPath.split('.').map(Number)
  const right = b.gridPath.split('.').map(Number)
  for (let depth = 0; depth < Math.max(left.length, right.length); depth++) {
    const step = (left[depth] ?? 0) - (right[depth] ?? 0)
    if (step !== 0) return step
  }
  return a.id < b.id ? -1 : 1
}

const issueOrder = (around: Around) =>
  command<CampaignsTables, typeof contract.issueOrder>(contract.issueOrder, {
    subject: ({ campaignId }) => campaignSubject(campaignId),
    async run(work, { orderId, campaignId, pointIds, unitId, postId, limit, demand }) {
      if ((unitId === undefined) === (postId === undefined)) return refuse['unit-and-post']()
      const campaigns = new CampaignWriter(work.tx, work.actor)
      if (await campaigns.isTaken('campaigns.work_order', orderId)) return refuse['id-taken']()
      const taken = await takeAll(campaigns, work, campaignId, pointIds, 'order')
      if (isRefusal(taken)) return taken
      const { campaign, points } = taken
      const { staff } = around
      const holder = unitId
        ? await staff.unit(work.tx as never, unitId)
        : await staff.post(work.tx as never, postId ?? '')
      if (!holder) return refuse['no-such-holder']()
      const number = await nextNumber(work.tx, 'order', yearOf(work.now))
      const to = { unitId: unitId ?? null, postId: postId ?? null }
      await campaigns.addOrder({
        ...{ id: orderId, campaign_id: campaignId, number, unit_id: to.unitId, post_id: to.postId },
        ...{ holder_name: holder.name, demand, clock: limit.clock, amount: limit.amount, issued_at: work.now },
        ...{ by_id: work.actor.personId, by_post_id: work.actor.postId },
      })
      const stamp = stampOf(work)
      const lights = lightsToKeep(around.lights(work.now))
      for (const point of points) {
        const order = { orderId, number, ...to, holderName: holder.name, limit, ...lights }
        const event = { type: 'point.ordered', ...stamp, ...order } as const
        const after = await campaigns.appendToPoint(point, event)
        await letPointBeKnown(around, work, campaign, after)
      }
      await letCampaignBeKnown(work, campaigns, campaign)
      const params = { number, count: points.length, title: campaign.title }
      for (const personId of holder.people) {
        work.notify({ personId, kind: 'points-ordered', subject: campaignSubject(campaignId), params })
      }
      return { orderId, number }
    },
  })
