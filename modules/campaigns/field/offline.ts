import type { InputOf, OutputOf } from '#platform/contract/common/endpoint.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import { type OfflineModule, type OutboxItem, takePhotos, type WaitingCommand } from '#platform/offline/field/index.ts'
import type { PlainStep } from '../common/actions.ts'
import type { reportPoint, stepPoint, surveyPoint } from '../common/contract.ts'
import type { listCampaigns, myPoints, PointRow, showPoint } from '../common/contract-queries.ts'
import type { PointState } from '../common/point.ts'
import { fieldCampaignMessages } from './messages.ts'

const shiftHours = 36
/** So many of the points that wait for me lie here whole. */
const mostWhole = 20
/** As the page asks, so that the same answer is found. */
export const running = { state: 'running' as const }

type Survey = InputOf<typeof surveyPoint>
type Report = InputOf<typeof reportPoint>
type Mine = OutputOf<typeof myPoints>

const subject = ({ pointId }: { readonly pointId: string }) => `campaign-point ${pointId}`
const path = ({ pointId }: { readonly pointId: string }) => `/campaigns/${pointId}`
const words = ['campaigns.survey', 'campaigns.handle', 'campaigns.manage']

/** Where a step leads, as the page shows it until the server has said so. */
const stateAfter: Readonly<Partial<Record<PlainStep, PointState>>> = {
  ...{ drop: 'dropped', withdraw: 'listed', return: 'ordered', 'tick-off': 'ticked-off' },
}

const step = (command: string, more: Partial<WaitingCommand> = {}): WaitingCommand => ({
  ...{ command, subject, path },
  ...more,
})

/** Points of a campaign are recorded and put right where they lie, with or without a signal. */
export const campaignsOffline: OfflineModule = {
  name: 'campaigns',
  messages: fieldCampaignMessages,
  answers: [
    { query: 'campaigns.my-points', version: 2, hours: shiftHours },
    { query: 'campaigns.list', version: 1, hours: shiftHours },
    { query: 'campaigns.show-point', version: 1, hours: shiftHours },
  ],
  async stock(world) {
    const { client, me, keepOnly } = world
    const mayWork = words.some(word => me.permissions.includes(word))
    const mine = mayWork ? await client.query<typeof myPoints>('campaigns.my-points', {}) : null
    if (mine === null || isRefusal(mine)) {
      for (const query of ['campaigns.my-points', 'campaigns.list', 'campaigns.show-point']) await keepOnly(query, [])
      return takePhotos(world, 'campaign-photo', [])
    }
    await client.query<typeof listCampaigns>('campaigns.list', running)
    const whole = mine.ordered.slice(0, mostWhole).map(({ pointId }) => ({ pointId }))
    const photos: string[] = []
    for (const input of whole) {
      const point = await client.query<typeof showPoint>('campaigns.show-point', input)
      if (!isRefusal(point)) photos.push(...point.photos.map(({ fileId }) => fileId))
    }
    await keepOnly('campaigns.list', [running])
    await keepOnly('campaigns.show-point', whole)
    // What it looked like is what one finds it by.
    await takePhotos(world, 'campaign-photo', photos)
  },
  commands: [
    step('campaigns.survey-point', { photos: ({ photos = [] }: Survey) => photos }),
    step('campaigns.report-point', { photos: ({ photos = [] }: Report) => photos }),
    step('campaigns.step-point'),
  ],
  async overlay({ query, answer }, waiting) {
    const own = waiting.filter(({ command }) => command.startsWith('campaigns.'))
    if (own.length === 0) return answer
    if (query === 'campaigns.show-point') return pointAfter(answer as OutputOf<typeof showPoint>, own)
    if (query !== 'campaigns.my-points') return answer
    const { ordered, surveyed, ...rest } = answer as Mine
    const there = new Set(surveyed.map(({ pointId }) => pointId))
    const recorded = own
      .filter(({ command, input }) => command === 'campaigns.survey-point' && !there.has((input as Survey).pointId))
      .map(({ input }) => recordedRow(input as Survey))
    return {
      ...rest,
      ordered: ordered.map(row => pointAfter(row, own)),
      surveyed: [...recorded.reverse(), ...surveyed.map(row => pointAfter(row, own))],
    } satisfies Mine
  },
}

/** What waits about a point has been done here: nothing more is to be pressed until the server has answered. */
function pointAfter<Row extends PointRow>(row: Row, waiting: readonly OutboxItem[]): Row {
  const about = waiting.filter(item => item.subject === subject(row))
  if (about.length === 0) return row
  const state = about.reduce<PointState>((before, { command, input }) => {
    if (command === 'campaigns.report-point') return 'reported'
    if (command !== 'campaigns.step-point') return before
    return stateAfter[(input as InputOf<typeof stepPoint>).step] ?? before
  }, row.state)
  return { ...row, state, allowed: [] }
}

/** A point that is still on this phone; it gets its number when it arrives. */
function recordedRow({
  pointId,
  campaignId,
  work,
  note,
  address = '',
  estimate = [],
  estimateFen = 0,
}: Survey): PointRow {
  return {
    ...{ pointId, campaignId, number: '', listNumber: null, state: 'surveyed', work, note, address, estimateFen },
    ...{ gridPath: '', gridNames: [], lon: null, lat: null, order: null, dueAt: null, standing: 'none', result: null },
    ...{ estimate: [...estimate], lateReasons: [], returns: 0, caseFile: null, allowed: [] },
  }
}
