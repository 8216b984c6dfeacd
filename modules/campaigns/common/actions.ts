import { type Actor, can, type Placed } from '#platform/authz/common/grants.ts'
import type { Campaign } from './campaign.ts'
import type { CampaignPoint, PointState } from './point.ts'

/** Who may do it: whoever surveys there, the post that owns the campaign, or the unit or post it was ordered to. */
type Role = 'surveyor' | 'owner' | 'holder'

interface PointRule {
  readonly from: readonly PointState[]
  readonly by: Role
}

/** Who may do what with a point, when. Read by the server before it writes and by the pages to draw buttons. */
export const pointActions = {
  amend: { from: ['surveyed'], by: 'surveyor' },
  // Once the list is fixed, only its owner changes it, with a reason.
  correct: { from: ['surveyed', 'listed', 'ordered'], by: 'owner' },
  list: { from: ['surveyed'], by: 'owner' },
  drop: { from: ['surveyed', 'listed'], by: 'owner' },
  order: { from: ['listed'], by: 'owner' },
  withdraw: { from: ['ordered'], by: 'owner' },
  explain: { from: ['ordered'], by: 'holder' },
  report: { from: ['ordered'], by: 'holder' },
  return: { from: ['reported'], by: 'owner' },
  'tick-off': { from: ['reported'], by: 'owner' },
  link: { from: ['surveyed', 'listed', 'ordered', 'reported', 'ticked-off'], by: 'owner' },
} as const satisfies Record<string, PointRule>
export type PointAction = keyof typeof pointActions
export const pointActionNames = Object.keys(pointActions) as readonly PointAction[]

/** Steps that only need words (or may do without): one endpoint for all of them. */
export const plainSteps = [
  'drop',
  'withdraw',
  'explain',
  'return',
  'tick-off',
] as const satisfies readonly PointAction[]
export type PlainStep = (typeof plainSteps)[number]

/** All of them say why, but the tick-off, which says what it is. */
export const stepNeedsWords = (step: PlainStep): boolean => step !== 'tick-off'

export const campaignPlaced = (campaign: Pick<Campaign, 'gridPath' | 'ownerPostId' | 'setUpBy'>): Placed => ({
  gridPath: campaign.gridPath,
  unitId: null,
  postId: campaign.ownerPostId,
  ownerId: campaign.setUpBy,
})

/** Only as the owner's, wherever it lies: what waits for the owner waits for nobody else. */
export const ownersOnly = ({ ownerPostId }: Pick<Campaign, 'ownerPostId'>): Placed => ({
  gridPath: null,
  unitId: null,
  postId: ownerPostId,
  ownerId: null,
})

type PlacedPoint = Pick<CampaignPoint, 'gridPath' | 'surveyedBy' | 'order'>

export const pointPlaced = ({ gridPath, surveyedBy, order }: PlacedPoint): Placed => ({
  gridPath,
  unitId: order?.unitId ?? null,
  postId: order?.postId ?? null,
  ownerId: surveyedBy,
})

/** Only as theirs to whom it was ordered. */
export const holdersOnly = ({ order }: Pick<CampaignPoint, 'order'>): Placed => ({
  gridPath: null,
  unitId: order?.unitId ?? null,
  postId: order?.postId ?? null,
  ownerId: null,
})

/** The owner sees every point of the campaign, others what lies or was ordered where they may read. */
export function mayReadPoint(actor: Actor, campaign: Pick<Campaign, 'ownerPostId'>, point: PlacedPoint): boolean {
  return (
    can(actor, 'campaigns.read', pointPlaced(point)) ||
    can(actor, 'campaigns.manage', ownersOnly(campaign)) ||
    can(actor, 'campaigns.handle', holdersOnly(point))
  )
}

function has(role: Role, actor: Actor, campaign: Pick<Campaign, 'ownerPostId'>, point: PlacedPoint): boolean {
  if (role === 'owner') return can(actor, 'campaigns.manage', ownersOnly(campaign))
  if (role === 'holder') return can(actor, 'campaigns.handle', holdersOnly(point))
  return can(actor, 'campaigns.survey', { ...pointPlaced(point), unitId: null, postId: null })
}

export type Objection = 'not-allowed' | 'other-state' | 'campaign-closed'

/** Why this may not be done now; null when it may. */
export function objectionTo(
  action: PointAction,
  actor: Actor,
  campaign: Pick<Campaign, 'ownerPostId' | 'state'>,
  point: PlacedPoint & Pick<CampaignPoint, 'state'>,
): Objection | null {
  const rule: PointRule = pointActions[action]
  if (!has(rule.by, actor, campaign, point)) return 'not-allowed'
  if (campaign.state === 'closed') return 'campaign-closed'
  return rule.from.includes(point.state) ? null : 'other-state'
}

export function allowedPointActions(
  actor: Actor,
  campaign: Pick<Campaign, 'ownerPostId' | 'state'>,
  point: PlacedPoint & Pick<CampaignPoint, 'state'>,
): PointAction[] {
  return pointActionNames.filter(action => objectionTo(action, actor, campaign, point) === null)
}
