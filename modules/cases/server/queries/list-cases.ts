import { query } from '#platform/commands/server/command.ts'
import { listCases } from '../../common/contract-queries.ts'
import { CaseSearch } from '../case-search-store.ts'
import { namesIn } from '../names.ts'
import { presentRow } from '../present.ts'
import type { StaffDirectory } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

export const listCasesQuery = (staff: StaffDirectory) =>
  query<CasesTables, typeof listCases>(listCases, {
    async run({ read, actor }, asked) {
      const { rows, next } = await new CaseSearch(read, actor).list(asked)
      const names = await namesIn(staff, read, rows)
      return { rows: rows.map(row => presentRow(row, actor, names)), next }
    },
  })
