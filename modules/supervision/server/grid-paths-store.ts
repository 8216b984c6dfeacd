import { sql, type Transaction } from 'kysely'
import { namedPaths } from '#platform/db/server/named-paths-store.ts'

/** Orders that are not filed away go with their grid. */
export const orderPaths = namedPaths('supervision.order_paper', 'grid_path', sql`row.state <> 'ended'`)

/** An order about a case is where the case is. */
export async function moveOrdersWithCase(tx: Transaction<unknown>, caseId: string, gridPath: string): Promise<void> {
  await sql`update supervision.order_paper set grid_path = ${gridPath}
    where case_id = ${caseId} and state <> 'ended' and grid_path is not null`.execute(tx)
}
