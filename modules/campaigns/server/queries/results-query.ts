import { type Query, query } from '#platform/commands/server/command.ts'
import { filesOf } from '#platform/files/server/attach.ts'
import { dayOf } from '#platform/kernel/common/day-of.ts'
import { listResults } from '../../common/contract-queries.ts'
import { pointSubject } from '../campaign-work.ts'
import { publicPoints } from '../results-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CampaignsTables } from '../tables.ts'

/** Says nothing that somebody wrote: kind of work, amounts, community, day, photos with a pass for each. */
export const resultsQuery = ({ passes }: Pick<Surroundings, 'passes'>): Query =>
  query<CampaignsTables, typeof listResults>(listResults, {
    async run({ read, now }, page) {
      const rows = []
      const { rows: points, next } = await publicPoints(read, page)
      for (const point of points) {
        const files = await filesOf(read as never, pointSubject(point.id))
        rows.push({
          ...{ resultId: point.id, work: point.work, lines: [...(point.result?.lines ?? [])] },
          place: point.gridNames.at(-2) ?? point.gridNames.at(-1) ?? '',
          day: dayOf(point.tickedOffAt ?? point.surveyedAt),
          photos: files.flatMap(({ fileId, role }) =>
            role === 'before' || role === 'after' ? [{ fileId, role, pass: passes.issue(fileId, now) } as const] : [],
          ),
        })
      }
      return { rows, next }
    },
  })
