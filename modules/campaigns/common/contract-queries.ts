import { z } from 'zod'
import { GridPath } from '#modules/grid/common/index.ts'
import { endpoint } from '#platform/contract/common/endpoint.ts'
import { pageInput, pageOf } from '#platform/contract/common/paging.ts'
import { PrintedFile } from '#platform/contract/common/printed-file.ts'
import { locales } from '#platform/i18n/common/translate.ts'
import { limitClocks } from '#platform/worktime/common/index.ts'
import { pointActionNames } from './actions.ts'
import { campaignStates } from './campaign.ts'
import { QuantityLine, RectifyLimit } from './contract-parts.ts'
import { standings } from './figures.ts'
import { pointStates } from './point.ts'
import { works } from './quantity.ts'

const campaignId = z.uuid()
const read = { permission: 'campaigns.know' }
const unknown = ['campaigns/no-such-campaign'] as const

const FiguresShape = z.object({
  points: z.int(),
  byState: z.record(z.enum(pointStates), z.int()),
  overdue: z.int(),
  late: z.int(),
  planned: z.array(QuantityLine),
  plannedFen: z.int(),
  done: z.array(QuantityLine),
  spentFen: z.int(),
  hours: z.number().nullable(),
})
const Group = FiguresShape.extend({ key: z.string(), name: z.string() })

export const CampaignShape = z.object({
  campaignId: z.string(),
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  areas: z.array(z.object({ path: z.string(), name: z.string() })),
  gridPath: z.string(),
  ownerPostId: z.string(),
  ownerTitle: z.string(),
  from: z.string(),
  until: z.string(),
  budgetFen: z.int(),
  state: z.enum(campaignStates),
  listFixedAt: z.string().nullable(),
})
export type CampaignShape = z.infer<typeof CampaignShape>

export const PointRow = z.object({
  pointId: z.string(),
  campaignId: z.string(),
  /** How people call it: the campaign's number, and its own once it is on the list. */
  number: z.string(),
  listNumber: z.int().nullable(),
  state: z.enum(pointStates),
  work: z.enum(works),
  note: z.string(),
  address: z.string(),
  gridPath: z.string(),
  gridNames: z.array(z.string()),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  estimate: z.array(QuantityLine),
  estimateFen: z.int(),
  order: z
    .object({
      orderId: z.string(),
      number: z.string(),
      holder: z.string(),
      holderName: z.string(),
      orderedAt: z.string(),
      limit: RectifyLimit,
    })
    .nullable(),
  dueAt: z.string().nullable(),
  standing: z.enum(standings),
  result: z.object({ at: z.string(), lines: z.array(QuantityLine), costFen: z.int(), note: z.string() }).nullable(),
  lateReasons: z.array(z.string()),
  returns: z.int(),
  caseFile: z.object({ caseId: z.string(), number: z.string() }).nullable(),
  allowed: z.array(z.enum(pointActionNames)),
})
export type PointRow = z.infer<typeof PointRow>

export const listCampaigns = endpoint({
  name: 'campaigns.list',
  kind: 'query',
  access: read,
  summary: 'Campaigns, those that run first, with the figures of the points that one may see.',
  input: z.object({ ...pageInput, state: z.enum(campaignStates).optional(), gridPath: GridPath.optional() }),
  output: pageOf(
    CampaignShape.extend({ figures: FiguresShape, maySurvey: z.boolean(), mayManage: z.boolean() }),
  ).extend({ maySetUp: z.boolean() }),
  refusals: [],
})

export const showCampaign = endpoint({
  name: 'campaigns.show',
  kind: 'query',
  access: read,
  summary: 'One campaign: its plan, its figures, progress by grid and by unit, orders and history.',
  input: z.object({ campaignId, depth: z.coerce.number().int().min(1).max(6).optional() }),
  output: CampaignShape.extend({
    figures: FiguresShape,
    depth: z.int(),
    byGrid: z.array(Group),
    byHolder: z.array(Group),
    orders: z.array(
      z.object({
        orderId: z.string(),
        number: z.string(),
        holderName: z.string(),
        demand: z.string(),
        limit: RectifyLimit,
        issuedAt: z.string(),
        points: z.int(),
      }),
    ),
    history: z.array(z.object({ at: z.string(), byName: z.string().nullable(), step: z.string(), text: z.string() })),
    maySetUp: z.boolean(),
    mayManage: z.boolean(),
    maySurvey: z.boolean(),
  }),
  refusals: unknown,
})

const filters = {
  state: z.enum(pointStates).optional(),
  standing: z.enum(standings).optional(),
  gridPath: GridPath.optional(),
  /** The unit or post that has it. */
  holder: z.string().max(60).optional(),
  work: z.enum(works).optional(),
}

export const listPoints = endpoint({
  name: 'campaigns.points',
  kind: 'query',
  access: read,
  summary: 'Points of a campaign by their number: exactly those that a figure with the same filters counts.',
  input: z.object({ campaignId, ...filters }),
  output: z.object({ rows: z.array(PointRow) }),
  refusals: unknown,
})

export const myPoints = endpoint({
  name: 'campaigns.my-points',
  kind: 'query',
  access: read,
  summary: 'Points that wait for the caller to be worked on, and those that the caller surveyed last.',
  input: z.object({}),
  output: z.object({
    /** Those due first; a phone holds no more. */
    ordered: z.array(PointRow),
    /** How many of all that are ordered. */
    orderedInAll: z.int(),
    /** The latest that one recorded. */
    surveyed: z.array(PointRow),
  }),
  refusals: [],
})

export const showPoint = endpoint({
  name: 'campaigns.show-point',
  kind: 'query',
  access: read,
  summary: 'One point with its photos and everything that happened to it.',
  input: z.object({ pointId: z.uuid() }),
  output: PointRow.extend({
    campaignTitle: z.string(),
    demand: z.string().nullable(),
    photos: z.array(z.object({ fileId: z.string(), role: z.string() })),
    history: z.array(z.object({ at: z.string(), byName: z.string().nullable(), step: z.string(), text: z.string() })),
  }),
  refusals: ['campaigns/no-such-point'],
})

const Accountable = PointRow.extend({ lateBy: z.number(), clock: z.enum(limitClocks) })

export const accountability = endpoint({
  name: 'campaigns.accountability',
  kind: 'query',
  access: read,
  summary: 'What was not done by its limit: who had it, late by how much, why.',
  input: z.object({ campaignId }),
  output: z.object({ rows: z.array(Accountable) }),
  refusals: unknown,
})

export const choices = endpoint({
  name: 'campaigns.choices',
  kind: 'query',
  access: read,
  summary: 'Posts that may own a campaign or a task; units and posts that points can be ordered to.',
  input: z.object({}),
  output: z.object({
    owners: z.array(z.object({ postId: z.string(), title: z.string() })),
    units: z.array(z.object({ unitId: z.string(), name: z.string() })),
    posts: z.array(z.object({ postId: z.string(), title: z.string() })),
  }),
  refusals: [],
})

export const exportList = endpoint({
  name: 'campaigns.export-list',
  kind: 'query',
  access: read,
  summary: 'The list of a campaign with what stands, as a sheet.',
  input: z.object({ campaignId, locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: unknown,
  answersWith: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const printOrder = endpoint({
  name: 'campaigns.print-order',
  kind: 'query',
  access: read,
  summary: 'An order of a campaign with its points as an official paper.',
  input: z.object({ orderId: z.uuid(), locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: ['campaigns/no-such-order'],
  answersWith: 'application/pdf',
  callsAMinute: 30,
})

export const printAccountability = endpoint({
  name: 'campaigns.print-accountability',
  kind: 'query',
  access: read,
  summary: 'The accountability list of a campaign as an official paper.',
  input: z.object({ campaignId, locale: z.enum(locales).default('zh-CN') }),
  output: PrintedFile,
  refusals: unknown,
  answersWith: 'application/pdf',
  callsAMinute: 30,
})

export const listResults = endpoint({
  name: 'campaigns.results',
  kind: 'query',
  access: 'public',
  summary:
    'For everybody: points that were put right and whose photos were looked at; no address, no name, no words of people.',
  input: z.object({ ...pageInput, limit: z.coerce.number().int().min(1).max(40).default(20) }),
  output: pageOf(
    z.object({
      resultId: z.string(),
      work: z.enum(works),
      lines: z.array(QuantityLine),
      /** The grid above the one it lies in: a community, no door. */
      place: z.string(),
      day: z.string(),
      photos: z.array(z.object({ fileId: z.string(), pass: z.string(), role: z.enum(['before', 'after']) })),
    }),
  ),
  refusals: [],
  callsAMinute: 60,
})
