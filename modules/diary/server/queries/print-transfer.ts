import type { Kysely } from 'kysely'
import { query } from '#platform/commands/server/command.ts'
import {
  addressee,
  fieldTable,
  heading,
  imprint,
  listTable,
  officialPaper,
  officialText,
  printedDay,
  printedTime,
  printPdf,
  sealSpace,
} from '#platform/documents/server/index.ts'
import { translator } from '#platform/i18n/common/translate.ts'
import * as contract from '../../common/contract.ts'
import { diaryMessages } from '../../common/messages.ts'
import { transferPrintMessages } from '../../common/print-messages.ts'
import { refuse } from '../../common/refusals.ts'
import { EntryReader } from '../entry-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { DiaryTables } from '../tables.ts'

/** Whom one met stays sealed: the paper goes through many hands. */
export const printTransferQuery = ({ people, unitOf }: Pick<Surroundings, 'people' | 'unitOf'>) =>
  query<DiaryTables, typeof contract.printTransfer>(contract.printTransfer, {
    onRecord: ({ entryId }) => ({ kind: 'diary-entry', id: entryId }),
    async run({ read, actor, now }, { entryId, locale }) {
      const entries = new EntryReader(read, actor)
      const row = await entries.find(entryId)
      if (!row) return refuse['no-such-entry']()
      const order = await entries.transferOf(entryId)
      if (!order) return refuse['no-transfer']()
      const feedback = await entries.feedbackOf(entryId)
      const db = read as unknown as Kysely<unknown>
      const names = await people(db, [actor.personId, row.owner_id, ...feedback.map(answer => answer.by_id)])
      const t = translator([transferPrintMessages], locale)
      const outcome = translator([diaryMessages], locale)
      const issuer = (order.post_id && (await unitOf(db, order.post_id))) || t('print.issuer')
      const printed = t('print.printed', { name: names.get(actor.personId) ?? '', at: printedTime(now) })
      const heads = [
        { name: t('print.at'), points: 86 },
        { name: t('print.outcome'), points: 60 },
        { name: t('print.by'), points: 80 },
        { name: t('print.words') },
      ]
      const paper = officialPaper({
        ...{ issuer, title: t('print.title'), number: order.number, printed },
        pageOf: (page, pages) => t('print.page', { page, pages }),
        parts: [
          addressee(t('print.addressee', { unit: row.grid_names[0] ?? '' })),
          officialText(t('print.text', { day: printedDay(row.written_at), text: row.text })),
          officialText(t('print.why', { note: order.note })),
          sealSpace(issuer, printedDay(order.at), t('print.seal')),
          fieldTable([
            [t('print.case'), row.case_number],
            [t('print.at'), printedTime(order.at)],
            [t('print.by'), names.get(order.by_id)],
            [t('print.where'), row.grid_names.join(' › ')],
            [t('print.address'), row.address],
            [t('print.written'), printedTime(row.written_at)],
            [t('print.writer'), names.get(row.owner_id)],
          ]),
          heading(t('print.answers')),
          listTable(
            heads,
            feedback.map(answer => [
              printedTime(answer.at),
              outcome(`diary.outcome.${answer.outcome}`),
              names.get(answer.by_id) ?? '',
              answer.text,
            ]),
          ),
          imprint(null, issuer, t('print.made-on', { day: printedDay(order.at) })),
        ],
      })
      return { fileName: `${order.number}.pdf`, bytes: await printPdf(paper) }
    },
  })
