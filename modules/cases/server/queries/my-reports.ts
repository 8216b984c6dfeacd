import { query } from '#platform/commands/server/command.ts'
import { myReports } from '../../common/contract-queries.ts'
import { OwnReports } from '../case-story-store.ts'
import { namesIn } from '../names.ts'
import { presentMyReport } from '../present-follow.ts'
import type { StaffDirectory } from '../surroundings.ts'
import type { CasesTables } from '../tables.ts'

export const myReportsQuery = (staff: StaffDirectory) =>
  query<CasesTables, typeof myReports>(myReports, {
    async run({ read, actor }, asked) {
      const { rows, next } = await new OwnReports(read, actor.personId).list(asked)
      const names = await namesIn(staff, read, rows)
      return { rows: rows.map(row => presentMyReport(row, names.unit)), next }
    },
  })
