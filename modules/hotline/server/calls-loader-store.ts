import type { Transaction } from 'kysely'
import type { BlindIndex, SecretBox } from '#platform/crypto/server/index.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { type CallKind, maskedNumber, plainNumber, type Satisfaction } from '../common/call.ts'
import { aboutOf, phoneIndex } from './sealed-fields.ts'
import { wordsOfCall } from './call-store.ts'
import type { HotlineTables } from './tables.ts'

/** A call with how it ended, as it comes from elsewhere. */
export interface LoadedCall {
  readonly callId: string
  readonly takenAt: Instant
  readonly takenBy: string
  readonly unitId: string
  readonly phone: string
  readonly callerName: string | null
  readonly kind: CallKind
  readonly summary: string
  readonly place: string | null
  /** At most one of these two; neither while it is still open. */
  readonly answered?: { readonly answer: string; readonly articleId: string; readonly articleVersion: number }
  readonly caseFile?: { readonly caseId: string; readonly number: string }
  readonly calledBack?: {
    readonly at: Instant
    readonly byId: string
    readonly solved: boolean
    readonly satisfaction: Satisfaction
    readonly note: string | null
  }
}

interface LoaderKeys {
  readonly secrets: SecretBox
  readonly callerIndex: BlindIndex
}

/** Writes calls with their end at once: for the made-up town and for moving in from another system. */
export async function addCalls(
  tx: Transaction<unknown>,
  { secrets, callerIndex }: LoaderKeys,
  calls: readonly LoadedCall[],
): Promise<void> {
  if (calls.length === 0) return
  const own = tx as unknown as Transaction<HotlineTables>
  const rows = calls.map(({ callId, answered, caseFile, calledBack, callerName, ...call }) => {
    const phone = plainNumber(call.phone)
    return {
      ...{ id: callId, taken_at: call.takenAt, taken_by: call.takenBy, unit_id: call.unitId },
      phone_sealed: secrets.seal(phone, aboutOf(callId, 'phone')),
      phone_index: callerIndex.of(phoneIndex, phone),
      masked_number: maskedNumber(phone),
      name_sealed: callerName === null ? null : secrets.seal(callerName, aboutOf(callId, 'name')),
      ...{ kind: call.kind, summary: call.summary, place: call.place },
      outcome: caseFile ? ('case' as const) : answered ? ('answered' as const) : ('open' as const),
      ...{ answer: answered?.answer ?? null, article_id: answered?.articleId ?? null },
      article_version: answered?.articleVersion ?? null,
      ...{ case_id: caseFile?.caseId ?? null, case_number: caseFile?.number ?? null },
      called_back_at: calledBack?.at ?? null,
      words: wordsOfCall({ ...call, case_number: caseFile?.number ?? null }) as never,
    }
  })
  await own.insertInto('hotline.call').values(rows).execute()
  const backs = calls.flatMap(({ callId, calledBack }) =>
    calledBack
      ? [
          {
            ...{ call_id: callId, try: 1, at: calledBack.at, by_id: calledBack.byId, reached: true },
            ...{ solved: calledBack.solved, satisfaction: calledBack.satisfaction, note: calledBack.note },
          },
        ]
      : [],
  )
  if (backs.length > 0) await own.insertInto('hotline.call_back').values(backs).execute()
}
