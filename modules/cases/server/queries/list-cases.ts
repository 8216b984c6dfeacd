import { query } from '#platform/commands/server/command.ts'
import { listCases } from '../../common/contract-queries.ts'
import { CaseClock } from '../case-clock.ts'
import { CaseSearch } from '../case-search-store.ts'
import { namesIn } from '../names.ts'
import { presentRow } from '../present.ts'
import type { Surroundings } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

export const listCasesQuery = ({ staff, clocks }: Pick<Surroundings, 'staff' | 'clocks'>) =>
  query<CasesTables, typeof listCases>(listCases, {
    async run({ read, actor, now }, asked) {
      const { rows, next } = await new CaseSearch(read, actor).list(asked)
      const names = await namesIn(staff, read, rows)
      const clock = new CaseClock(clocks, now)
      return { rows: rows.map(row => presentRow(row, actor, names, clock)), next }
    },
  })
