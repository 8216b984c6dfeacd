import type { Transaction } from 'kysely'
import { can, isInside } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { attachFiles } from '#platform/files/server/attach.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { objectionTo, ownersOnly } from '../../common/actions.ts'
import * as contract from '../../common/contract.ts'
import { isMeasured } from '../../common/quantity.ts'
import { refuse } from '../../common/refusals.ts'
import { CampaignWriter } from '../campaign-store.ts'
import {
  type CampaignsWork,
  letCampaignBeKnown,
  letPointBeKnown,
  pointSubject,
  refusalOf,
  stampOf,
} from '../campaign-work.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

type Around = Pick<Surroundings, 'places' | 'clocks'>

export const surveyCommands = (around: Around): readonly Command[] => [survey(around), amend(around)]

const survey = (around: Around) =>
  command<CampaignsTables, typeof contract.surveyPoint>(contract.surveyPoint, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, campaignId, place, photos, ...finding }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      if (await campaigns.isTaken('campaigns.point', pointId)) return refuse['id-taken']()
      const campaign = await campaigns.take(campaignId, 'shared')
      if (!campaign) return refuse['no-such-campaign']()
      if (campaign.state === 'closed') return refuse['campaign-closed']()
      const read = around.places.read(place)
      if (isRefusal(read)) return read
      const { path, names, point } = read
      if (path === null || !campaign.areas.some(area => isInside(path, area.path))) return refuse['outside-area']()
      const placed = { gridPath: path, unitId: null, postId: null, ownerId: null }
      const mayDo =
        can(work.actor, 'campaigns.survey', placed) || can(work.actor, 'campaigns.manage', ownersOnly(campaign))
      if (!mayDo) return refuse['not-allowed']()
      if (!finding.estimate.every(isMeasured)) return refuse['measure-unfit']()
      const trouble = await attach(work, pointId, 'before', photos)
      if (trouble) return trouble
      const ground = { gridPath: path, gridNames: [...names], lon: point.lon, lat: point.lat }
      const found = { id: pointId, campaignId, ...finding, ...ground }
      const event = { type: 'point.surveyed', ...stampOf(work), ...found } as const
      await letPointBeKnown(around, work, campaign, await campaigns.appendToPoint(null, event))
      await letCampaignBeKnown(work, campaigns, campaign)
      return { pointId, gridPath: path, gridNames: [...names] }
    },
  })

const amend = (around: Pick<Surroundings, 'clocks'>) =>
  command<CampaignsTables, typeof contract.amendPoint>(contract.amendPoint, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, photos, reason, ...finding }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const found = await campaigns.takePoint(pointId)
      if (!found) return refuse['no-such-point']()
      const { campaign, point } = found
      const asSurveyor = objectionTo('amend', work.actor, campaign, point)
      const asOwner = objectionTo('correct', work.actor, campaign, point)
      if (asSurveyor && asOwner) return refusalOf(asOwner === 'not-allowed' ? asSurveyor : asOwner)
      if (point.state !== 'surveyed' && reason === '') return refuse['reason-missing']()
      if (!finding.estimate.every(isMeasured)) return refuse['measure-unfit']()
      const trouble = await attach(work, pointId, 'before', photos)
      if (trouble) return trouble
      const event = { type: 'point.amended', ...stampOf(work), ...finding, reason } as const
      const after = await campaigns.appendToPoint(point, event)
      await letPointBeKnown(around, work, campaign, after)
      return { pointId, state: after.state }
    },
  })

/** The files part brings its own table types; the open unit of work is the same. */
export function attach({ tx, actor, now }: CampaignsWork, pointId: string, role: string, fileIds: readonly string[]) {
  const attaching = { fileIds, subject: pointSubject(pointId), role, by: actor.personId, now }
  return attachFiles(tx as unknown as Transaction<unknown>, attaching)
}
