import { can } from '#platform/authz/common/grants.ts'
import { type Query, query } from '#platform/commands/server/command.ts'
import {
  fieldTable,
  heading,
  listTable,
  officialPaper,
  paragraph,
  printedDay,
  printedTime,
  printPdf,
  sealSpace,
} from '#platform/documents/server/index.ts'
import { type Locale, type Translate, translator } from '#platform/i18n/common/translate.ts'
import { writeSheet } from '#platform/sheets/common/sheet.ts'
import { takerMark } from '#platform/sheets/common/taker-mark.ts'
import { describeLimit } from '#platform/worktime/common/index.ts'
import { ownersOnly } from '../../common/actions.ts'
import { itemNumber } from '../../common/campaign.ts'
import * as contract from '../../common/contract-queries.ts'
import { type Accountable, accountabilityOf } from '../../common/figures.ts'
import { lateWords } from '../../common/late-by.ts'
import { campaignsMessages } from '../../common/messages.ts'
import { campaignPrintMessages } from '../../common/print-messages.ts'
import { type LineKind, type Measure, type Quantity, yuanOf } from '../../common/quantity.ts'
import { refuse } from '../../common/refusals.ts'
import { CampaignReader } from '../campaign-store.ts'
import { standingOf } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

export const paperQueries = (around: Surroundings): readonly Query[] => [
  exportList(around),
  printOrder(around),
  printAccountability(around),
]

type LineWords = Translate<`campaigns.work.${LineKind}` | `campaigns.measure.${Measure}`>

const saidLines = (t: LineWords, lines: readonly Quantity[]) =>
  lines
    .map(({ kind, measure, amount }) => `${t(`campaigns.work.${kind}`)} ${amount} ${t(`campaigns.measure.${measure}`)}`)
    .join('；')

/** Yuan with the fen, and no thousands marks: a spreadsheet reads it as a number. */
const saidYuan = (fen: number) => yuanOf(fen).toFixed(2)

const exportList = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.exportList>(contract.exportList, {
    async run({ read, actor, now }, { campaignId, locale }) {
      const reader = new CampaignReader(read, actor)
      const campaign = await reader.find(campaignId)
      if (!campaign) return refuse['no-such-campaign']()
      const t = translator([campaignPrintMessages], locale)
      const say = translator([campaignsMessages], locale)
      const heads = [
        ...([t('print.number'), 18, t('print.work'), 14, t('print.note'), 30, t('sheet.grid'), 30] as const),
        ...([t('sheet.address'), 20, t('print.state'), 10, t('print.estimate'), 22] as const),
        ...([t('sheet.estimate-money'), 14, t('sheet.order'), 18, t('print.to'), 22, t('print.due'), 16] as const),
        ...([t('sheet.standing'), 12, t('print.done'), 16, t('sheet.actual'), 22] as const),
        ...([t('sheet.actual-money'), 14, t('print.why'), 24, t('sheet.case'), 20] as const),
      ]
      const columns = Array.from({ length: heads.length / 2 }, (_, at) => ({
        heading: String(heads[at * 2]),
        width: Number(heads[at * 2 + 1]),
      }))
      const lines = (await reader.pointsOf(campaign)).map(point => {
        const { dueAt, standing } = standingOf(around, point, now)
        const { order, result } = point
        return [
          ...[itemNumber(campaign.number, point.listNumber), say(`campaigns.work.${point.work}`), point.note],
          ...[point.gridNames.join(' › '), point.address, say(`campaigns.point.${point.state}`)],
          ...[saidLines(say, point.estimate), saidYuan(point.estimateFen), order?.number ?? ''],
          ...[order?.holderName ?? '', dueAt ? printedTime(dueAt) : '', say(`campaigns.standing.${standing}`)],
          ...[result ? printedTime(result.at) : '', result ? saidLines(say, result.lines) : ''],
          ...[result ? saidYuan(result.costFen) : '', point.lateReasons.join('；'), point.caseNumber ?? ''],
        ]
      })
      const names = await around.staff.people(read as never, [actor.personId])
      const mark = takerMark({ name: names.get(actor.personId) ?? actor.personId, at: now }, locale)
      const bytes = await writeSheet(t('sheet.name'), columns, lines, { text: mark, where: 'top' })
      return { fileName: `${campaign.number} ${t('sheet.name')}.xlsx`, bytes }
    },
  })

/** An order is seen by whoever sees a point of it; the paper names those points and no others. */
const printOrder = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.printOrder>(contract.printOrder, {
    async run({ read, actor, now }, { orderId, locale }) {
      const reader = new CampaignReader(read, actor)
      const order = await reader.findOrder(orderId)
      const campaign = order && (await reader.find(order.campaign_id))
      if (!order || !campaign) return refuse['no-such-order']()
      const points = (await reader.pointsOf(campaign)).filter(point => point.order?.orderId === orderId)
      const isOwner = can(actor, 'campaigns.manage', ownersOnly(campaign))
      if (points.length === 0 && !isOwner) return refuse['no-such-order']()
      const names = await around.staff.people(read as never, [actor.personId])
      const t = translator([campaignPrintMessages], locale)
      const say = translator([campaignsMessages], locale)
      const issuer = t('print.issuer', { place: around.places.topName() })
      const heads = [
        { name: t('print.number'), points: 92 },
        { name: t('print.place') },
        { name: t('print.note') },
        { name: t('print.estimate'), points: 96 },
      ]
      const paper = officialPaper({
        ...{ issuer, title: t('print.order'), number: order.number },
        printed: t('print.printed', { name: names.get(actor.personId) ?? '', at: printedTime(now) }),
        pageOf: (page, pages) => t('print.page', { page, pages }),
        parts: [
          fieldTable([
            [t('print.to'), order.holder_name],
            [t('print.campaign'), `${campaign.number} ${campaign.title}`],
            [t('print.issued'), printedTime(order.issued_at)],
            [t('print.limit'), describeLimit({ clock: order.clock, amount: order.amount }, locale)],
            [t('print.owner'), campaign.ownerTitle],
          ]),
          heading(t('print.demand')),
          paragraph(order.demand),
          heading(t('print.points')),
          listTable(
            heads,
            points.map(point => [
              itemNumber(campaign.number, point.listNumber),
              [...point.gridNames.slice(-2), point.address].filter(Boolean).join(' '),
              `${say(`campaigns.work.${point.work}`)}：${point.note}`,
              saidLines(say, point.estimate),
            ]),
          ),
          sealSpace(issuer, printedDay(order.issued_at), t('print.seal')),
        ],
      })
      return { fileName: `${order.number}.pdf`, bytes: await printPdf(paper) }
    },
  })

const printAccountability = (around: Surroundings) =>
  query<CampaignsTables, typeof contract.printAccountability>(contract.printAccountability, {
    async run({ read, actor, now }, { campaignId, locale }) {
      const reader = new CampaignReader(read, actor)
      const campaign = await reader.find(campaignId)
      if (!campaign) return refuse['no-such-campaign']()
      const seen = (await reader.pointsOf(campaign)).map(point => standingOf(around, point, now))
      const rows = accountabilityOf(seen, around.clocks.calendarAt, now)
      const names = await around.staff.people(read as never, [actor.personId])
      const t = translator([campaignPrintMessages], locale)
      const say = translator([campaignsMessages], locale)
      const issuer = t('print.issuer', { place: around.places.topName() })
      const heads = [
        { name: t('print.number'), points: 98 },
        { name: t('print.to'), points: 66 },
        { name: t('print.due'), points: 72 },
        { name: t('print.state'), points: 46 },
        { name: t('print.late-by'), points: 64 },
        { name: t('print.why') },
      ]
      const paper = officialPaper({
        ...{ issuer, title: t('print.accountability'), number: campaign.number },
        printed: t('print.printed', { name: names.get(actor.personId) ?? '', at: printedTime(now) }),
        pageOf: (page, pages) => t('print.page', { page, pages }),
        parts: [
          fieldTable([
            [t('print.campaign'), campaign.title],
            [t('print.owner'), campaign.ownerTitle],
            [t('print.period'), `${campaign.from} – ${campaign.until}`],
            [t('print.as-of'), printedTime(now)],
          ]),
          rows.length === 0
            ? paragraph(t('print.none'))
            : listTable(
                heads,
                rows.map(row => [
                  itemNumber(campaign.number, row.point.listNumber),
                  row.point.order?.holderName ?? '',
                  row.dueAt ? printedTime(row.dueAt) : '',
                  say(`campaigns.standing.${row.standing}`),
                  saidLate(row, locale),
                  row.point.lateReasons.join('；') || t('print.no-reason'),
                ]),
              ),
          sealSpace(issuer, printedDay(now), t('print.seal')),
        ],
      })
      return { fileName: `${campaign.number} ${t('print.accountability')}.pdf`, bytes: await printPdf(paper) }
    },
  })

/** `3 小时 20 分钟（工作时）`, or days of the clock of the limit. */
function saidLate({ lateBy, clock }: Accountable, locale: Locale): string {
  const t = translator([campaignPrintMessages], locale)
  const { key, ...amounts } = lateWords(lateBy, clock)
  return `${t(`print.${key}`, amounts)}（${t(`print.clock.${clock}`)}）`
}
