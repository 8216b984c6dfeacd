import { query } from '#platform/commands/server/command.ts'
import { listCases } from '../../common/contract-queries.ts'
import { bandOf } from '../../common/priority.ts'
import { CaseClock } from '../case-clock.ts'
import { CaseSearch } from '../case-search-store.ts'
import { namesIn } from '../names.ts'
import { presentRow, seesOfficially } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

export const listCasesQuery = ({ staff, clocks, priority }: Pick<Surroundings, 'staff' | 'clocks' | 'priority'>) =>
  query<CasesTables, typeof listCases>(listCases, {
    async run({ read, actor, now }, asked) {
      const { rows, scores, next } = await new CaseSearch(read, actor).list(asked)
      const names = await namesIn(staff, read, rows)
      const clock = new CaseClock(clocks, now)
      const settings = priority(now)
      return {
        rows: rows.map(row => {
          // How the centre orders its work is no answer to whoever reported it.
          const score = seesOfficially(actor, row) ? (scores.get(row.id) ?? null) : null
          return { ...presentRow(row, actor, names, clock), score, band: score === null ? 0 : bandOf(score, settings) }
        }),
        next,
      }
    },
  })
