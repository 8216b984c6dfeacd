import { query } from '#platform/commands/server/command.ts'
import { listCases } from '../../common/contract-queries.ts'
import { bandOf } from '../../common/priority.ts'
import { CaseClock } from '../case-clock.ts'
import { CaseSearch } from '../case-search-store.ts'
import { namesIn } from '../names.ts'
import { presentRow, seesOfficially } from '../present.ts'
import { scoresOf } from '../priority-store.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

export const listCasesQuery = ({ staff, clocks, priority }: Pick<Surroundings, 'staff' | 'clocks' | 'priority'>) =>
  query<CasesTables, typeof listCases>(listCases, {
    async run({ read, actor, now }, asked) {
      const { rows, next } = await new CaseSearch(read, actor).list(asked)
      const seen = rows.filter(row => seesOfficially(actor, row)).map(row => row.id)
      const [names, scores] = await Promise.all([namesIn(staff, read, rows), scoresOf(read, seen)])
      const clock = new CaseClock(clocks, now)
      const settings = priority(now)
      return {
        rows: rows.map(row => {
          const score = scores.get(row.id) ?? null
          return { ...presentRow(row, actor, names, clock), score, band: score === null ? 0 : bandOf(score, settings) }
        }),
        next,
      }
    },
  })
