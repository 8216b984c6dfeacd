import {
  type DocumentDefinition,
  fieldTable,
  heading,
  listTable,
  officialPaper,
  paragraph,
  photoPairs,
  printedTime,
} from '#platform/documents/server/index.ts'
import { type Locale, translator } from '#platform/i18n/common/translate.ts'
import type { Wording } from '#platform/i18n/common/wording.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { casesMessages } from '../common/messages.ts'
import type { CasePage, TimelineEntry } from '../common/presented.ts'
import { casePrintMessages } from '../common/print-messages.ts'

/** More than this makes a file that nobody sends on; the paper says how many are left. */
export const mostPrintedPhotos = 24

export interface Printing {
  readonly locale: Locale
  readonly wording: Wording
  readonly now: Instant
  readonly printedBy: string
  /** The name of the place at the top, for the red head. */
  readonly placeName: string
  readonly photos: ReadonlyMap<string, Uint8Array | null>
}

/** The case file on paper: only from what the page shows its reader, so nothing can stand here that is masked there. */
export function casePaper(page: CasePage, printing: Printing): DocumentDefinition {
  const t = wordsIn(printing)
  const { now, printedBy: name, placeName: place, photos } = printing
  const printed = page.photos.slice(0, mostPrintedPhotos)
  const left = page.photos.length - printed.length
  return officialPaper({
    issuer: t('print.issuer', { place }),
    title: t('print.title'),
    number: page.number,
    printed: t('print.printed', { name, at: printedTime(now) }),
    pageOf: (at, pages) => t('print.page', { page: at, pages }),
    parts: [
      facts(page, printing),
      heading(t('print.found')),
      paragraph(page.description),
      ...(printed.length > 0 ? [heading(t('print.photos'))] : []),
      photoPairs(
        printed.map(photo => ({
          caption: `${t(`cases.photo.${photo.role}`)} ${printedTime(photo.at)}`,
          jpeg: photos.get(photo.fileId) ?? null,
          missing: t('print.photo-gone'),
        })),
      ),
      ...(left > 0 ? [paragraph(t('print.photos-left', { count: left }))] : []),
      heading(t('print.timeline')),
      timeline(page.timeline, printing),
    ],
  })
}

const wordsIn = ({ locale, wording }: Pick<Printing, 'locale' | 'wording'>) =>
  translator([casesMessages, casePrintMessages], locale, wording)

function facts(page: CasePage, printing: Printing) {
  const t = wordsIn(printing)
  const { locale } = printing
  const { reporter, rating, point, className } = page
  return fieldTable([
    [t('print.case-title'), page.title],
    [t('print.status'), t(`cases.status.${page.status}`)],
    [t('print.class'), className && `${className[locale]} (${page.classCode ?? ''})`],
    [t('print.condition'), page.procedure.condition?.condition ?? null],
    [t('print.closing'), page.procedure.condition?.closing ?? null],
    [t('print.place'), page.noGrid ? t('print.no-grid') : page.gridNames.join(' / ')],
    [t('print.address'), page.address],
    [t('print.point'), point && `${point.lon.toFixed(6)}, ${point.lat.toFixed(6)}`],
    [t('print.source'), t(`cases.source.${page.source}`)],
    [t('print.foreign'), page.foreignNumber],
    [t('print.reported'), printedTime(page.reportedAt)],
    [t('print.reporter'), reporter && [reporter.name, reporter.phone].filter(Boolean).join(' ')],
    [t('print.unit'), page.unitName],
    [t('print.due'), page.dueAt && printedTime(page.dueAt)],
    [t('print.rework'), page.reworkCount > 0 ? String(page.reworkCount) : null],
    [
      t('print.rating'),
      rating && [t('print.stars', { stars: rating.stars }), rating.comment].filter(Boolean).join(' '),
    ],
  ])
}

function timeline(entries: readonly TimelineEntry[], printing: Printing) {
  const t = wordsIn(printing)
  const { locale } = printing
  const said = (entry: TimelineEntry) =>
    [
      entry.className?.[locale],
      entry.to && t('print.to', { name: entry.to }),
      entry.into && t('print.into', { number: entry.into.number }),
      entry.reason,
      entry.note,
      entry.rating && t('print.stars', { stars: entry.rating.stars }),
    ]
      .filter(Boolean)
      .join('\n')
  const who = ({ by }: TimelineEntry) =>
    [by.personName, by.postTitle, by.unitName].filter(Boolean).join(' · ') ||
    (by.kind === 'resident' ? t('print.resident') : '')
  return listTable(
    [
      { name: t('print.at'), points: 86 },
      { name: t('print.step'), points: 76 },
      { name: t('print.by'), points: 110 },
      { name: t('print.words') },
    ],
    entries.map(entry => [printedTime(entry.at), t(`cases.event.${entry.type}`), who(entry), said(entry)]),
  )
}
