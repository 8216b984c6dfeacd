import type { Insertable, Kysely, Transaction } from 'kysely'
import type { SupervisionTables } from './tables.ts'

/** Whom the ladder told about a case, oldest first. Ask first whether the caller may see the case. */
export function readEscalations(read: Kysely<SupervisionTables>, caseId: string) {
  return read
    .selectFrom('supervision.escalation')
    .select(['at', 'timer', 'light', 'level', 'told'])
    .where('subject_kind', '=', 'case')
    .where('subject_id', '=', caseId)
    .orderBy('at')
    .orderBy('level')
    .execute()
}

/** Keeps that a level was told; false when it had been told before. */
export async function keepEscalation(
  tx: Transaction<SupervisionTables>,
  row: Insertable<SupervisionTables['supervision.escalation']>,
): Promise<boolean> {
  const isNew = await tx
    .insertInto('supervision.escalation')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('level')
    .executeTakeFirst()
  return isNew !== undefined
}
