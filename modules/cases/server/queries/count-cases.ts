import { query } from '#platform/commands/server/command.ts'
import { countCases } from '../../common/contract-queries.ts'
import { CaseSearch } from '../case-search-store.ts'
import type { CasesTables } from '../tables.ts'

export const countCasesQuery = query<CasesTables, typeof countCases>(countCases, {
  async run({ read, actor }, { gridPath }) {
    const { byStatus, mine } = await new CaseSearch(read, actor).countByStatus(gridPath)
    const total = Object.values(byStatus).reduce((sum, count) => sum + count, 0)
    return { byStatus, waitsForMe: mine, total }
  },
})
