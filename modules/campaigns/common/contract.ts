import { z } from 'zod'
import { reportCase } from '#modules/cases/common/index.ts'
import { GridPath, PlaceInput, placeRefusals } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { plainSteps } from './actions.ts'
import { Day, Fen, finding, needed, QuantityLine, reason, RectifyLimit, written } from './contract-parts.ts'
import { photosPerStep, textLimits as most } from './limits.ts'
import { pointStates } from './point.ts'

const campaignId = z.uuid()
const pointId = z.uuid()
const photos = z.array(z.uuid()).max(photosPerStep).default([])
const plan = {
  title: needed(most.title),
  purpose: needed(most.purpose),
  areas: z.array(GridPath).min(1).max(50),
  ownerPostId: z.uuid(),
  from: Day,
  until: Day,
  budgetFen: Fen,
}
const Changed = z.object({ pointId: z.string(), state: z.enum(pointStates) })
const stepRefusals = [
  'campaigns/no-such-point',
  'campaigns/not-allowed',
  'campaigns/other-state',
  'campaigns/campaign-closed',
] as const
const photoRefusals = ['files/unknown', 'files/taken-by-another'] as const

export const setUpCampaign = endpoint({
  name: 'campaigns.set-up',
  kind: 'command',
  access: { permission: 'campaigns.set-up' },
  summary: 'Sets up a campaign: purpose, area, owner, period and budget.',
  input: z.object({ campaignId, ...plan }),
  output: z.object({ campaignId: z.string(), number: z.string() }),
  refusals: [
    'campaigns/id-taken',
    'campaigns/not-allowed',
    'campaigns/no-such-grid',
    'campaigns/no-such-post',
    'campaigns/period-turned',
  ],
})

export const changeCampaign = endpoint({
  name: 'campaigns.change',
  kind: 'command',
  access: { permission: 'campaigns.set-up' },
  summary: 'Changes purpose, area, owner, period or budget of a campaign, with a reason.',
  input: z.object({ campaignId, ...plan, reason: needed(most.reason) }),
  output: z.object({ campaignId: z.string() }),
  refusals: [
    'campaigns/no-such-campaign',
    'campaigns/campaign-closed',
    'campaigns/not-allowed',
    'campaigns/no-such-grid',
    'campaigns/no-such-post',
    'campaigns/period-turned',
  ],
})

export const closeCampaign = endpoint({
  name: 'campaigns.close',
  kind: 'command',
  access: { permission: 'campaigns.manage' },
  summary: 'Ends a campaign of which every point is ticked off or dropped.',
  input: z.object({ campaignId, reason }),
  output: z.object({ campaignId: z.string() }),
  refusals: ['campaigns/no-such-campaign', 'campaigns/campaign-closed', 'campaigns/points-unfinished'],
})

export const surveyPoint = endpoint({
  name: 'campaigns.survey-point',
  kind: 'command',
  access: 'signed-in',
  summary: 'Records a point of a campaign: what was found where, what it will take, with photos from before.',
  input: z.object({ pointId, campaignId, ...finding, place: PlaceInput, photos }),
  output: z.object({ pointId: z.string(), gridPath: z.string(), gridNames: z.array(z.string()) }),
  refusals: [
    'campaigns/id-taken',
    'campaigns/no-such-campaign',
    'campaigns/campaign-closed',
    'campaigns/not-allowed',
    'campaigns/outside-area',
    'campaigns/measure-unfit',
    ...photoRefusals,
    ...placeRefusals,
  ],
})

export const amendPoint = endpoint({
  name: 'campaigns.amend-point',
  kind: 'command',
  access: 'signed-in',
  summary: 'Corrects what was surveyed; once the point is on the list, only the owner does, and with a reason.',
  input: z.object({ pointId, ...finding, photos, reason }),
  output: Changed,
  refusals: [...stepRefusals, 'campaigns/reason-missing', 'campaigns/measure-unfit', ...photoRefusals],
})

export const fixList = endpoint({
  name: 'campaigns.fix-list',
  kind: 'command',
  access: { permission: 'campaigns.manage' },
  summary: 'Puts surveyed points on the list, where they get their numbers; afterwards additions need a reason.',
  input: z.object({ campaignId, pointIds: z.array(pointId).min(1).max(500), reason }),
  output: z.object({ campaignId: z.string(), listed: z.int() }),
  refusals: ['campaigns/no-such-campaign', ...stepRefusals, 'campaigns/reason-missing'],
})

export const issueOrder = endpoint({
  name: 'campaigns.issue-order',
  kind: 'command',
  access: { permission: 'campaigns.manage' },
  summary: 'Orders points of the list to a unit or a post, with a limit counted in working time.',
  input: z.object({
    orderId: z.uuid(),
    campaignId,
    pointIds: z.array(pointId).min(1).max(200),
    unitId: z.uuid().optional(),
    postId: z.uuid().optional(),
    limit: RectifyLimit,
    demand: needed(most.demand),
  }),
  output: z.object({ orderId: z.string(), number: z.string() }),
  refusals: [
    'campaigns/no-such-campaign',
    ...stepRefusals,
    'campaigns/id-taken',
    'campaigns/unit-and-post',
    'campaigns/no-such-holder',
  ],
})

export const reportPoint = endpoint({
  name: 'campaigns.report-point',
  kind: 'command',
  access: { permission: 'campaigns.handle' },
  summary: 'Reports an ordered point done: photos from after, what was done, what it cost; late, also why.',
  input: z.object({
    pointId,
    lines: z.array(QuantityLine).max(10).default([]),
    costFen: Fen.default(0),
    note: written(most.note).default(''),
    photos,
    /** Needed when the limit has run out. */
    lateReason: reason,
  }),
  output: Changed,
  refusals: [
    ...stepRefusals,
    'campaigns/photo-missing',
    'campaigns/late-reason-missing',
    'campaigns/measure-unfit',
    ...photoRefusals,
  ],
})

export const stepPoint = endpoint({
  name: 'campaigns.step-point',
  kind: 'command',
  access: 'signed-in',
  summary: 'Drops a point, withdraws its order, says why it is late, returns it, or ticks it off.',
  input: z.object({
    pointId,
    step: z.enum(plainSteps),
    reason,
    /** With a tick-off: nobody is on the photos, so that they may be shown to everybody. */
    isPublic: z.boolean().default(false),
  }),
  output: Changed,
  refusals: [...stepRefusals, 'campaigns/reason-missing'],
})

export const linkCase = endpoint({
  name: 'campaigns.link-case',
  kind: 'command',
  access: { permission: 'campaigns.manage' },
  summary: 'Says that a point is the matter of a case.',
  input: z.object({ pointId, caseId: z.uuid() }),
  output: Changed,
  refusals: [...stepRefusals, 'campaigns/no-such-case'],
})

export const openCaseFromPoint = endpoint({
  name: 'campaigns.open-case',
  kind: 'command',
  access: { permission: 'campaigns.manage' },
  summary: 'Opens a case from a point; the post must be allowed to report cases.',
  input: z.object({ pointId, caseId: z.uuid(), description: needed(most.note) }),
  output: z.object({ pointId: z.string(), caseId: z.string(), number: z.string() }),
  refusals: [...stepRefusals, 'campaigns/may-not-report', ...reportCase.refusals],
})
