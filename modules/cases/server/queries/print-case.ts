import { query } from '#platform/commands/server/command.ts'
import { photoForPrint, printPdf } from '#platform/documents/server/index.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { printCase } from '../../common/contract-print.ts'
import type { CasePage } from '../../common/presented.ts'
import { casePaper, mostPrintedPhotos } from '../case-paper.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'
import { showCaseQuery } from './show-case.ts'

/** Asks the page's own query as the same reader: the paper can never say more than the page. */
export const printCaseQuery = (around: Surroundings) => {
  const show = showCaseQuery(around)
  return query<CasesTables, typeof printCase>(printCase, {
    onRecord: ({ caseId }) => ({ kind: 'case', id: caseId }),
    async run(reading, { caseId, locale }) {
      const page = (await show.run(reading as never, { caseId })) as CasePage | Refusal<'cases/not-found'>
      if (isRefusal<'cases/not-found'>(page)) return page
      const { read, actor, now } = reading
      const photos = new Map<string, Uint8Array | null>()
      for (const { fileId } of page.photos.slice(0, mostPrintedPhotos)) {
        photos.set(fileId, await photoForPrint(around.photos.read(fileId, 'large')))
      }
      const names = await around.staff.people(read, [actor.personId])
      const printing = {
        ...{ locale, now, photos, wording: around.wording(now), printedBy: names.get(actor.personId) ?? '' },
        placeName: around.grids.root()?.name ?? '',
      }
      return { fileName: `${page.number}.pdf`, bytes: await printPdf(casePaper(page, printing)) }
    },
  })
}
