import { holds } from '#platform/authz/common/grants.ts'
import { type Command, command } from '#platform/commands/server/command.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { unreachable } from '#platform/kernel/common/unreachable.ts'
import { objectionTo, type PlainStep, type PointAction, stepNeedsWords } from '../../common/actions.ts'
import { type Campaign, itemNumber, type Stamp } from '../../common/campaign.ts'
import * as contract from '../../common/contract.ts'
import { dueOf } from '../../common/figures.ts'
import { campaignsMessages } from '../../common/messages.ts'
import type { CampaignPoint, PointEvent } from '../../common/point.ts'
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
import { attach } from './survey-commands.ts'

type Around = Pick<Surroundings, 'clocks' | 'staff' | 'cases'>

export const pointCommands = (around: Around): readonly Command[] => [
  report(around),
  step(around),
  linkCase(around),
  openCase(around),
]

/** A point that is fit for the step, held, with its campaign; else why not. */
async function takeFor(campaigns: CampaignWriter, work: CampaignsWork, pointId: string, action: PointAction) {
  const found = await campaigns.takePoint(pointId)
  if (!found) return refuse['no-such-point']()
  const objection = objectionTo(action, work.actor, found.campaign, found.point)
  return objection ? refusalOf(objection) : found
}

const report = (around: Around) =>
  command<CampaignsTables, typeof contract.reportPoint>(contract.reportPoint, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, lines, costFen, note, photos, lateReason }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const taken = await takeFor(campaigns, work, pointId, 'report')
      if (isRefusal(taken)) return taken
      const { campaign, point } = taken
      if (photos.length === 0) return refuse['photo-missing']()
      if (!lines.every(isMeasured)) return refuse['measure-unfit']()
      const { dueAt, standing } = dueOf(point, around.clocks.calendarAt(point.gridPath), work.now)
      const isLate = standing === 'overdue'
      if (isLate && lateReason === '' && point.lateReasons.length === 0) return refuse['late-reason-missing']()
      const trouble = await attach(work, pointId, 'after', photos)
      if (trouble) return trouble
      const reason = isLate ? lateReason : ''
      const done = { lines, costFen, note, dueAt, isLate, reason }
      const event = { type: 'point.reported', ...stampOf(work), ...done } as const
      const after = await campaigns.appendToPoint(point, event)
      await letPointBeKnown(around, work, campaign, after)
      await tellCase(around, work, campaign, after, 'reported')
      const owner = await around.staff.owner(work.tx as never, campaign.ownerPostId)
      tellPeople(work, owner?.personId ? [owner.personId] : [], 'point-reported', campaign, after)
      return { pointId, state: after.state }
    },
  })

const step = (around: Around) =>
  command<CampaignsTables, typeof contract.stepPoint>(contract.stepPoint, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, step: name, reason, isPublic }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const taken = await takeFor(campaigns, work, pointId, name)
      if (isRefusal(taken)) return taken
      if (stepNeedsWords(name) && reason === '') return refuse['reason-missing']()
      const { campaign, point } = taken
      const after = await campaigns.appendToPoint(point, eventOf(name, stampOf(work), reason, isPublic))
      await letPointBeKnown(around, work, campaign, after)
      await tellCase(around, work, campaign, after, eventNames[name])
      if (name === 'drop' || name === 'withdraw') await letCampaignBeKnown(work, campaigns, campaign)
      const news = { withdraw: 'point-withdrawn', return: 'point-returned', 'tick-off': 'point-ticked-off' } as const
      if (name in news) {
        const people = await holdersOf(around, work, point)
        tellPeople(work, people, news[name as keyof typeof news], campaign, point)
      }
      return { pointId, state: after.state }
    },
  })

function eventOf(name: PlainStep, stamp: Stamp, reason: string, isPublic: boolean): PointEvent {
  switch (name) {
    case 'drop':
      return { type: 'point.dropped', ...stamp, reason }
    case 'withdraw':
      return { type: 'point.withdrawn', ...stamp, reason }
    case 'explain':
      return { type: 'point.explained', ...stamp, reason }
    case 'return':
      return { type: 'point.returned', ...stamp, reason }
    case 'tick-off':
      return { type: 'point.ticked-off', ...stamp, reason, isPublic }
    default:
      return unreachable(name)
  }
}

/** The steps as the table of words names them. */
const eventNames = {
  drop: 'dropped',
  withdraw: 'withdrawn',
  explain: 'explained',
  return: 'returned',
  'tick-off': 'ticked-off',
} as const satisfies Record<PlainStep, string>

/** The history of the case tells what becomes of the point, as far as whoever acts sees the case. */
async function tellCase(
  { cases }: Around,
  work: CampaignsWork,
  campaign: Campaign,
  point: CampaignPoint,
  step: 'reported' | 'linked' | (typeof eventNames)[PlainStep],
): Promise<void> {
  if (point.caseId === null) return
  const words = campaignsMessages['zh-CN'][`campaigns.step.${step}`]
  const text = `${itemNumber(campaign.number, point.listNumber)} ${words}`
  await cases.note(work as never, point.caseId, text, point.id)
}

async function holdersOf({ staff }: Around, work: CampaignsWork, { order }: CampaignPoint): Promise<readonly string[]> {
  if (order === null) return []
  const db = work.tx as never
  const holder = order.unitId ? await staff.unit(db, order.unitId) : await staff.post(db, order.postId ?? '')
  return holder?.people ?? []
}

function tellPeople(
  work: CampaignsWork,
  people: readonly string[],
  kind: string,
  campaign: Campaign,
  point: CampaignPoint,
): void {
  const params = { number: itemNumber(campaign.number, point.listNumber), place: point.gridNames.at(-1) ?? '' }
  for (const personId of people) work.notify({ personId, kind, subject: pointSubject(point.id), params })
}

const linkCase = (around: Around) =>
  command<CampaignsTables, typeof contract.linkCase>(contract.linkCase, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, caseId }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const taken = await takeFor(campaigns, work, pointId, 'link')
      if (isRefusal(taken)) return taken
      const caseNumber = await around.cases.numberOf(work.tx as never, work.actor, caseId)
      if (caseNumber === undefined) return refuse['no-such-case']()
      const event = { type: 'point.linked', ...stampOf(work), caseId, caseNumber } as const
      const after = await campaigns.appendToPoint(taken.point, event)
      await letPointBeKnown(around, work, taken.campaign, after)
      await tellCase(around, work, taken.campaign, after, 'linked')
      return { pointId, state: after.state }
    },
  })

const openCase = (around: Around) =>
  command<CampaignsTables, typeof contract.openCaseFromPoint>(contract.openCaseFromPoint, {
    subject: ({ pointId }) => pointSubject(pointId),
    async run(work, { pointId, caseId, description }) {
      const campaigns = new CampaignWriter(work.tx, work.actor)
      const taken = await takeFor(campaigns, work, pointId, 'link')
      if (isRefusal(taken)) return taken
      if (!holds(work.actor, 'cases.report')) return refuse['may-not-report']()
      const { campaign, point } = taken
      const { lon, lat, gridPath, gridNames, address } = point
      const opened = await around.cases.open(work as never, {
        ...{ caseId, description, title: null },
        place: {
          ...{ point: lon === null || lat === null ? null : { lon, lat }, accuracyMetres: null, frame: null },
          ...{ address: address || null, gridPath, gridNames: [...gridNames], noGrid: false },
        },
      })
      if (isRefusal(opened)) return opened
      const event = { type: 'point.linked', ...stampOf(work), caseId, caseNumber: opened.number } as const
      await letPointBeKnown(around, work, campaign, await campaigns.appendToPoint(point, event))
      return { pointId, caseId, number: opened.number }
    },
  })
