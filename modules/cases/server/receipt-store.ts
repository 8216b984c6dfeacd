import { type Kysely, type Transaction } from 'kysely'
import { keptQuery } from '#platform/db/server/kept-query.ts'
import { caseNumber } from '../common/case-number.ts'
import { nextNumber, type NumberedBy } from './number-store.ts'
import type { CasesTables } from './tables.ts'

export interface Receipt {
  readonly caseId: string
  readonly actorId: string
  readonly requestId: string
  readonly inputHash: string
  readonly codeHash: Buffer
}

const taking = keptQuery(
  (
    tx: Kysely<CasesTables>,
    district: string,
    year: number,
    caseId: string,
    actorId: string,
    requestId: string,
    inputHash: string,
    codeHash: Buffer,
  ) =>
    tx
      .with('receipt', db =>
        db
          .insertInto('cases.receipt')
          .values({
            case_id: caseId,
            actor_id: actorId,
            request_id: requestId,
            input_hash: inputHash,
            code_hash: codeHash,
          })
          .onConflict(conflict => conflict.doNothing())
          .returning('case_id'),
      )
      .selectFrom('receipt')
      .select(nextNumber(district, year)),
)

/**
 * Takes the case id for this report, and the number that the case is given. A copy sent at the same moment waits here for
 * us and then finds ours: `same` is the same report again, the others are another one under this case id or this request id.
 */
export async function takeReceipt(
  tx: Transaction<CasesTables>,
  receipt: Receipt,
  { district, year }: NumberedBy,
): Promise<{ readonly number: string } | 'same' | 'case-id-taken' | 'request-reused'> {
  const { caseId, actorId, requestId, inputHash, codeHash } = receipt
  const [taken] = await taking(tx, district, year, caseId, actorId, requestId, inputHash, codeHash)
  if (taken) return { number: caseNumber(district, year, taken.number) }
  const earlier = await tx
    .selectFrom('cases.receipt')
    .select(['actor_id', 'input_hash'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!earlier) return 'request-reused'
  return earlier.actor_id === actorId && earlier.input_hash === inputHash ? 'same' : 'case-id-taken'
}
