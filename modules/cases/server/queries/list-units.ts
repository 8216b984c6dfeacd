import { query } from '#platform/commands/server/command.ts'
import { listUnits } from '../../common/contract-queries.ts'
import type { StaffDirectory } from '../surroundings.ts'

export const listUnitsQuery = (staff: StaffDirectory) =>
  query(listUnits, {
    run: async ({ read }) => ({ units: [...(await staff.unitsHolding(read, 'cases.handle'))] }),
  })
