import { lowestWithAll } from '#modules/grid/common/index.ts'
import { can } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { yearOf } from '#platform/kernel/common/instant.ts'
import { ownersOnly } from '../../common/actions.ts'
import type { CampaignPlan } from '../../common/campaign.ts'
import * as contract from '../../common/contract.ts'
import { refuse } from '../../common/refusals.ts'
import { CampaignWriter } from '../campaign-store.ts'
import { campaignSubject, type CampaignsWork, letCampaignBeKnown, letPointBeKnown, stampOf } from '../campaign-work.ts'
import { nextNumber } from '../journal-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

type Around = Pick<Surroundings, 'places' | 'staff' | 'clocks'>

export const campaignCommands = (around: Around): readonly Command[] => [setUp(around), change(around), close]

interface Planned extends Omit<CampaignPlan, 'areas' | 'ownerTitle'> {
  readonly areas: readonly string[]
}

/** The plan with names, or why it cannot be: its places exist, its owner leads, its period has an end after its start. */
async function readPlan({ places, staff }: Around, work: CampaignsWork, input: Planned) {
  if (input.until < input.from) return refuse['period-turned']()
  const paths = [...new Set(input.areas)]
  const areas = paths.map(path => ({ path, name: places.names(path).at(-1) ?? '' }))
  if (areas.some(area => area.name === '')) return refuse['no-such-grid']()
  // It has to be the caller's to set up all of it, so the grid around all areas is what counts.
  const placed = { gridPath: lowestWithAll(paths), unitId: null, postId: null, ownerId: null }
  if (!can(work.actor, 'campaigns.set-up', placed)) return refuse['not-allowed']()
  const owner = await staff.owner(work.tx as never, input.ownerPostId)
  if (!owner) return refuse['no-such-post']()
  const { title, purpose, ownerPostId, from, until, budgetFen } = input
  const plan: CampaignPlan = { title, purpose, areas, ownerPostId, ownerTitle: owner.title, from, until, budgetFen }
  return { plan, owner }
}

const setUp = (around: Around) =>
  command<CampaignsTables, typeof contract.setUpCampaign>(contract.setUpCampaign, {
    subject: ({ campaignId }) => campaignSubject(campaignId),
    async run(work, { campaignId, ...input }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      if (await campaigns.isTaken('campaigns.campaign', campaignId)) return refuse['id-taken']()
      const read = await readPlan(around, work, input)
      if (isRefusal(read)) return read
      const number = await nextNumber(work.tx, 'campaign', yearOf(work.now))
      const event = { type: 'campaign.set-up', ...stampOf(work), id: campaignId, number, ...read.plan } as const
      const campaign = await campaigns.appendToCampaign(null, event)
      await letCampaignBeKnown(work, campaigns, campaign)
      const { personId } = read.owner
      if (personId !== null && personId !== work.actor.personId) {
        const params = { number, title: campaign.title }
        work.notify({ personId, kind: 'campaign-yours', subject: campaignSubject(campaignId), params })
      }
      return { campaignId, number }
    },
  })

const change = (around: Around) =>
  command<CampaignsTables, typeof contract.changeCampaign>(contract.changeCampaign, {
    subject: ({ campaignId }) => campaignSubject(campaignId),
    async run(work, { campaignId, reason, ...input }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const before = await campaigns.take(campaignId)
      if (!before) return refuse['no-such-campaign']()
      if (before.state === 'closed') return refuse['campaign-closed']()
      // Before and after: nobody takes a campaign out of a place in which they set up nothing.
      const placed = { gridPath: before.gridPath, unitId: null, postId: null, ownerId: null }
      if (!can(work.actor, 'campaigns.set-up', placed)) return refuse['not-allowed']()
      const read = await readPlan(around, work, input)
      if (isRefusal(read)) return read
      const event = { type: 'campaign.changed', ...stampOf(work), ...read.plan, reason } as const
      const after = await campaigns.appendToCampaign(before, event)
      await letCampaignBeKnown(work, campaigns, after)
      // What waits to be looked at waits for the new owner from now on.
      if (after.ownerPostId !== before.ownerPostId) {
        for (const point of await campaigns.reportedPoints(campaignId)) {
          await letPointBeKnown(around, work, after, point)
        }
      }
      return { campaignId }
    },
  })

const close = command<CampaignsTables, typeof contract.closeCampaign>(contract.closeCampaign, {
  subject: ({ campaignId }) => campaignSubject(campaignId),
  async run(work, { campaignId, reason }) {
    const campaigns = new CampaignWriter(work.tx, work.actor)
    const before = await campaigns.take(campaignId)
    if (!before || !can(work.actor, 'campaigns.manage', ownersOnly(before))) return refuse['no-such-campaign']()
    if (before.state === 'closed') return refuse['campaign-closed']()
    const counts = await campaigns.countByState(campaignId)
    const open = (['surveyed', 'listed', 'ordered', 'reported'] as const).reduce(
      (sum, state) => sum + (counts.get(state) ?? 0),
      0,
    )
    if (open > 0) return refuse['points-unfinished']({ count: open })
    const event = { type: 'campaign.closed', ...stampOf(work), reason } as const
    await letCampaignBeKnown(work, campaigns, await campaigns.appendToCampaign(before, event))
    return { campaignId }
  },
})
