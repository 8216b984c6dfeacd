import { sql, type Transaction } from 'kysely'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'

const goesOn = sql`row.state in ('called', 'coming', 'arrived', 'confirmed')`

/** Calls that go on go with their grid. */
export const callPaths = namedPaths('coordination.call', 'grid_path', goesOn)

/** A call about a case is where the case is. */
export async function moveCallsWithCase(tx: Transaction<unknown>, caseId: string, gridPath: string): Promise<void> {
  await sql`update coordination.call as row set grid_path = ${gridPath}
    where case_id = ${caseId} and ${goesOn}`.execute(tx)
}
