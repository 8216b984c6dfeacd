import type { Kysely } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { allowedPointActions } from '../common/actions.ts'
import { type Campaign, itemNumber } from '../common/campaign.ts'
import type { CampaignShape, PointRow } from '../common/contract-queries.ts'
import { dueOf, holderOf, type StandingPoint } from '../common/figures.ts'
import type { CampaignPoint } from '../common/point.ts'
import type { EventRow } from './journal-store.ts'
import type { Surroundings } from './surroundings.ts'

type Clocks = Pick<Surroundings, 'clocks'>

export function standingOf({ clocks }: Clocks, point: CampaignPoint, now: Instant): StandingPoint {
  return { point, ...dueOf(point, clocks.calendarAt(point.gridPath), now) }
}

export function presentCampaign(campaign: Campaign): CampaignShape {
  const { id, number, title, purpose, areas, gridPath, ownerPostId, ownerTitle } = campaign
  return {
    ...{ campaignId: id, number, title, purpose, areas: [...areas], gridPath, ownerPostId, ownerTitle },
    ...{ from: campaign.from, until: campaign.until, budgetFen: campaign.budgetFen, state: campaign.state },
    listFixedAt: campaign.listFixedAt,
  }
}

export function presentPoint(actor: Actor, campaign: Campaign, { point, dueAt, standing }: StandingPoint): PointRow {
  const { id, campaignId, listNumber, state, work, note, address, gridPath, gridNames, lon, lat } = point
  const { estimate, estimateFen, order, result, timer, lateReasons, returns, caseId, caseNumber } = point
  return {
    ...{ pointId: id, campaignId, number: itemNumber(campaign.number, listNumber), listNumber, state, work, note },
    ...{ address, gridPath, gridNames: [...gridNames], lon, lat, estimate: [...estimate], estimateFen },
    ...{ dueAt, standing, lateReasons: [...lateReasons], returns },
    order: order &&
      timer && {
        ...{ orderId: order.orderId, number: order.number, orderedAt: order.orderedAt, limit: timer.limit },
        ...{ holder: holderOf(point) ?? '', holderName: order.holderName },
      },
    result: result && { at: result.at, lines: [...result.lines], costFen: result.costFen, note: result.note },
    caseFile: caseId !== null && caseNumber !== null ? { caseId, number: caseNumber } : null,
    allowed: allowedPointActions(actor, campaign, point),
  }
}

/** What happened, as pages tell it: the step by its event's name, the words by whoever did it. */
export async function presentHistory(
  { staff }: Pick<Surroundings, 'staff'>,
  db: Kysely<never>,
  events: readonly EventRow[],
  /** What the step was about, where the event names only an id. */
  aboutOf: (body: EventRow['body']) => string = () => '',
) {
  const names = await staff.people(db as never, [...new Set(events.map(event => event.by_id))])
  return events.map(({ at, by_id, type, body }) => ({
    ...{ at, byName: names.get(by_id) ?? null, step: type.slice(type.indexOf('.') + 1) },
    text: [aboutOf(body), 'reason' in body ? body.reason : ''].filter(Boolean).join('：'),
  }))
}
