import type { Subject, Waiting, Work } from '#platform/commands/server/command.ts'
import { readTimer } from '#platform/worktime/common/index.ts'
import { campaignPlaced, holdersOnly, type Objection, ownersOnly, pointPlaced } from '../common/actions.ts'
import { type Campaign, itemNumber } from '../common/campaign.ts'
import { type CampaignPoint, rectify } from '../common/point.ts'
import { refuse } from '../common/refusals.ts'
import type { CampaignWriter } from './campaign-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { CampaignsTables } from './tables.ts'

export type CampaignsWork = Work<CampaignsTables>

export const campaignSubject = (campaignId: string): Subject => ({ kind: 'campaign', id: campaignId })
export const pointSubject = (pointId: string): Subject => ({ kind: 'campaign-point', id: pointId })
export const stampOf = ({ actor, now }: CampaignsWork) => ({ at: now, by: actor.personId, inPost: actor.postId })

/** An objection of the action table, as it is said. */
export function refusalOf(objection: Objection) {
  return refuse[objection]()
}

/** What waits about a point: the work for whoever has it, the look at it for the owner. */
export function waitingForPoint(
  campaign: Campaign,
  point: CampaignPoint,
  dueAt: string | null,
  since: string,
): readonly Waiting[] {
  const title = point.gridNames.slice(-2).join(' › ')
  const item = { title, number: itemNumber(campaign.number, point.listNumber), since }
  if (point.state === 'ordered') {
    return [{ ...item, task: rectify, permission: 'campaigns.handle', placed: holdersOnly(point), dueAt, priority: 1 }]
  }
  if (point.state === 'reported') {
    const owner = { permission: 'campaigns.manage', placed: ownersOnly(campaign) }
    return [{ ...item, ...owner, task: 'check-point', dueAt: null, priority: 0 }]
  }
  return []
}

/** Inbox, live pages and the clock follow the point. */
export async function letPointBeKnown(
  { clocks }: Pick<Surroundings, 'clocks'>,
  work: CampaignsWork,
  campaign: Campaign,
  point: CampaignPoint,
): Promise<void> {
  const subject = pointSubject(point.id)
  const timers = point.timer === null ? [] : [point.timer]
  const number = itemNumber(campaign.number, point.listNumber)
  await clocks.keep(work.tx as never, { ...subject, number }, point.gridPath, timers, work.now)
  const due = point.timer && readTimer(clocks.calendarAt(point.gridPath), point.timer, work.now).dueAt
  work.waits(subject, waitingForPoint(campaign, point, due, work.now))
  work.tell({ subject, permission: 'campaigns.read', placed: pointPlaced(point) })
  work.tell({ subject, permission: 'campaigns.handle', placed: holdersOnly(point) })
  work.tell({ subject, permission: 'campaigns.manage', placed: ownersOnly(campaign) })
}

/** What waits about the campaign itself: surveyed points to be put on the list, listed ones to be ordered. */
export async function letCampaignBeKnown(
  work: CampaignsWork,
  campaigns: CampaignWriter,
  campaign: Campaign,
): Promise<void> {
  const subject = campaignSubject(campaign.id)
  const counts = await campaigns.countByState(campaign.id)
  work.waits(subject, campaign.state === 'closed' ? [] : waitingForCampaign(campaign, counts, work.now))
  work.tell({ subject, permission: 'campaigns.know', placed: campaignPlaced(campaign) })
}

export function waitingForCampaign(
  campaign: Campaign,
  counts: ReadonlyMap<CampaignPoint['state'], number>,
  since: string,
): readonly Waiting[] {
  const owner = { permission: 'campaigns.manage', placed: ownersOnly(campaign) }
  const item = { ...owner, title: campaign.title, number: campaign.number, since, dueAt: null, priority: 0 }
  return [
    ...((counts.get('surveyed') ?? 0) > 0 ? [{ ...item, task: 'fix-list' }] : []),
    ...((counts.get('listed') ?? 0) > 0 ? [{ ...item, task: 'issue-orders' }] : []),
  ]
}
