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
  printedDeadline,
  printedTime,
  printPdf,
  sealSpace,
} from '#platform/documents/server/index.ts'
import { type Locale, translator } from '#platform/i18n/common/translate.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { printOrder } from '../common/contract-print.ts'
import { orderPrintMessages } from '../common/print-messages.ts'
import { refuse } from '../common/refusals.ts'
import { OrderReader, type OrderRow } from './order-store.ts'
import type { Surroundings } from './surroundings.ts'
import type { SupervisionTables } from './tables.ts'

interface Printing {
  readonly locale: Locale
  readonly now: Instant
  readonly printedBy: string
  readonly placeName: string
  readonly names: ReadonlyMap<string, string>
}

export const printOrderQuery = ({ staff, placeName }: Pick<Surroundings, 'staff' | 'placeName'>) =>
  query<SupervisionTables, typeof printOrder>(printOrder, {
    onRecord: ({ orderId }) => ({ kind: 'order', id: orderId }),
    async run({ read, actor, now }, { orderId, locale }) {
      const row = await new OrderReader(read, actor).find(orderId)
      if (!row) return refuse['no-such-order']()
      const names = await staff.people(read as never, [actor.personId, ...row.entries.map(entry => entry.by)])
      const printing = { locale, now, names, printedBy: names.get(actor.personId) ?? '', placeName: placeName() }
      return { fileName: `${row.number}.pdf`, bytes: await printPdf(orderPaper(row, printing)) }
    },
  })

function orderPaper(row: OrderRow, { locale, now, names, printedBy: name, placeName: place }: Printing) {
  const t = translator([orderPrintMessages], locale)
  const issuer = t('print.issuer', { place })
  const heads = [
    { name: t('print.at'), points: 86 },
    { name: t('print.step'), points: 60 },
    { name: t('print.by'), points: 80 },
    { name: t('print.words') },
  ]
  return officialPaper({
    issuer,
    title: t(`print.title.${row.kind}`),
    number: row.number,
    printed: t('print.printed', { name, at: printedTime(now) }),
    pageOf: (page, pages) => t('print.page', { page, pages }),
    parts: [
      addressee(t('print.to', { unit: row.unit_name })),
      officialText(row.demand),
      ...(row.due_at ? [officialText(t('print.reply-by', { at: printedDeadline(row.due_at) }))] : []),
      sealSpace(issuer, printedDay(row.issued_at), t('print.seal')),
      fieldTable([
        [t('print.case'), row.case_number],
        [t('print.issued'), printedTime(row.issued_at)],
        [t('print.replied'), row.replied_at && printedTime(row.replied_at)],
        [t('print.state'), t(`print.state.${row.state}`)],
      ]),
      heading(t('print.entries')),
      listTable(
        heads,
        row.entries.map(({ at, step, by, text }) => [
          printedTime(at),
          t(`print.step.${step}`),
          names.get(by) ?? '',
          text,
        ]),
      ),
      imprint(null, issuer, t('print.made-on', { day: printedDay(row.issued_at) })),
    ],
  })
}
