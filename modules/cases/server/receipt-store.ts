import type { Kysely, Transaction } from 'kysely'
import { keptQuery } from '#platform/db/server/kept-query.ts'
import type { CasesTables } from './tables.ts'

export interface Receipt {
  readonly caseId: string
  readonly actorId: string
  readonly requestId: string
  readonly inputHash: string
  readonly codeHash: Buffer
}

const added = keptQuery(
  (tx: Kysely<CasesTables>, caseId: string, actorId: string, requestId: string, inputHash: string, codeHash: Buffer) =>
    tx
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

/**
 * Takes the case id for this report. A copy sent at the same moment waits here for us and then finds ours:
 * `same` is the same report again, `other` another one under this case id or this request id.
 */
export async function takeReceipt(
  tx: Transaction<CasesTables>,
  receipt: Receipt,
): Promise<'new' | 'same' | 'case-id-taken' | 'request-reused'> {
  const { caseId, actorId, requestId, inputHash, codeHash } = receipt
  const [taken] = await added(tx, caseId, actorId, requestId, inputHash, codeHash)
  if (taken) return 'new'
  const earlier = await tx
    .selectFrom('cases.receipt')
    .select(['actor_id', 'input_hash'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!earlier) return 'request-reused'
  return earlier.actor_id === actorId && earlier.input_hash === inputHash ? 'same' : 'case-id-taken'
}
