import { type Kysely, type Selectable, sql, type SqlBool, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { wordsColumn, wordsQuery } from '#platform/search/server/words.ts'
import type { CallOutcome } from '../common/call.ts'
import type { Call } from '../common/contract.ts'
import type { HotlineTables } from './tables.ts'

const columns = [
  ...([
    'id',
    'taken_at',
    'taken_by',
    'unit_id',
    'phone_sealed',
    'phone_index',
    'masked_number',
    'name_sealed',
  ] as const),
  ...(['kind', 'summary', 'place', 'outcome', 'answer', 'article_id', 'article_version', 'case_id'] as const),
  ...(['case_number', 'called_back_at'] as const),
] as const
type CallRow = Pick<Selectable<HotlineTables['hotline.call']>, (typeof columns)[number]>

/** What a call is found by. Not the caller's number: that is sealed. */
export const wordsOfCall = (call: Pick<CallRow, 'summary' | 'place' | 'case_number'>) =>
  wordsColumn([call.summary, call.place, call.case_number])

const callsAtOnce = 500

interface ListAsked {
  readonly limit: number
  readonly outcome?: CallOutcome | undefined
  readonly text?: string | undefined
  readonly cursor?: string | undefined
}

/** Calls of the desks that one actor works at: those of the own unit, or all. */
export class CallReader {
  protected readonly db: Kysely<HotlineTables>
  protected readonly actor: Actor
  protected readonly permission: string

  constructor(db: Kysely<HotlineTables>, actor: Actor, permission: string) {
    this.db = db
    this.actor = actor
    this.permission = permission
  }

  /** The latest first, page by page. */
  async list({ limit, outcome, text = '', cursor }: ListAsked): Promise<Page<CallRow>> {
    const after = readCursor(cursor, ['instant', 'uuid'])
    const words = wordsQuery(text)
    if (words === null && text.trim() !== '') return { rows: [], next: null }
    const rows = await this.#seen()
      .$if(outcome !== undefined, q => q.where('outcome', '=', outcome!))
      .$if(words !== null, q => q.where(sql<SqlBool>`(words @@ ${words} or (words is null and ${oldWay(text)}))`))
      .$if(after !== null, q => q.where(sql<SqlBool>`(taken_at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`))
      .orderBy('taken_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.taken_at, last.id])
  }

  async find(callId: string): Promise<CallRow | undefined> {
    return this.#seen().where('id', '=', callId).executeTakeFirst()
  }

  /** Calls that became a case and whose caller is still to be called back, some at a time, until all were given. */
  async *notCalledBack(): AsyncGenerator<readonly CallRow[], void, undefined> {
    let last: string | null = null
    for (;;) {
      const waiting = this.#seen().where('case_id', 'is not', null).where('called_back_at', 'is', null)
      const some: CallRow[] = await (last === null ? waiting : waiting.where('id', '>', last))
        .orderBy('id')
        .limit(callsAtOnce)
        .execute()
      yield some
      if (some.length < callsAtOnce) return
      last = some.at(-1)!.id
    }
  }

  async countSameNumber(callId: string, indexes: readonly Buffer[]): Promise<number> {
    const { count } = await this.#seen()
      .clearSelect()
      .select(sql<number>`count(*)::int`.as('count'))
      .where('phone_index', 'in', indexes)
      .where('id', '!=', callId)
      .executeTakeFirstOrThrow()
    return count
  }

  /** All calls of a number, the latest first. `indexes`: of the number, made with each key there is. */
  async sameNumber(callId: string, indexes: readonly Buffer[]): Promise<CallRow[]> {
    return this.#seen()
      .where('phone_index', 'in', indexes)
      .where('id', '!=', callId)
      .orderBy('taken_at', 'desc')
      .execute()
  }

  async tries(callIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (callIds.length === 0) return new Map()
    const rows = await this.db
      .selectFrom('hotline.call_back')
      .select(['call_id', eb => eb.fn.max('try').as('tries')])
      .where('call_id', 'in', callIds)
      .groupBy('call_id')
      .execute()
    return new Map(rows.map(row => [row.call_id, Number(row.tries)]))
  }

  /** Reading nothing when the permission is held nowhere; a unit's desk, or everybody's. */
  #seen() {
    const within = this.actor.grants
      .filter(grant => grant.permission === this.permission)
      .map(grant => grant.within.kind)
    const all = this.db.selectFrom('hotline.call').select(columns)
    if (within.includes('everywhere')) return all
    const { unitId } = this.actor
    return within.includes('own-unit') && unitId !== null
      ? all.where('unit_id', '=', unitId)
      : all.where(sql<SqlBool>`false`)
  }
}

/** Exists only inside a unit of work, and is the one place that writes calls. */
export class CallWriter extends CallReader {
  constructor(tx: Transaction<HotlineTables>, actor: Actor, permission: string) {
    super(tx, actor, permission)
  }

  /** Holds the call until the unit of work ends. */
  async take(callId: string): Promise<CallRow | undefined> {
    const row = await this.db
      .selectFrom('hotline.call')
      .select(columns)
      .where('id', '=', callId)
      .forUpdate()
      .executeTakeFirst()
    return row && can(this.actor, this.permission, placedAt(row)) ? row : undefined
  }

  /** False when the id is taken. */
  async begin(row: CallRow): Promise<boolean> {
    const begun = await this.db
      .insertInto('hotline.call')
      .values({ ...row, words: wordsOfCall(row) as never })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return begun !== undefined
  }

  /** The number of its case is a word to find it by. */
  async becomeCase(call: CallRow, { caseId, number }: { caseId: string; number: string }): Promise<void> {
    const words = wordsOfCall({ ...call, case_number: number }) as never
    await this.db
      .updateTable('hotline.call')
      .set({ outcome: 'case', case_id: caseId, case_number: number, words })
      .where('id', '=', call.id)
      .execute()
  }

  async change(callId: string, changed: Partial<Omit<CallRow, 'summary' | 'place' | 'case_number'>>): Promise<void> {
    await this.db.updateTable('hotline.call').set(changed).where('id', '=', callId).execute()
  }

  /** On record before anything is shown, and in the same unit of work. */
  async noteLook(look: { callId: string; at: Instant; reason: string }): Promise<void> {
    const { personId, postId } = this.actor
    await this.db
      .insertInto('hotline.caller_look')
      .values({ call_id: look.callId, at: look.at, by_id: personId, post_id: postId, reason: look.reason })
      .execute()
  }

  async addTry(row: HotlineTables['hotline.call_back']): Promise<void> {
    await this.db.insertInto('hotline.call_back').values(row).execute()
  }
}

/** For calls whose words are still to be made. */
function oldWay(text: string) {
  const part = `%${text.trim().replace(/[\\%_]/g, sign => `\\${sign}`)}%`
  return sql<SqlBool>`(summary ilike ${part} or place ilike ${part} or case_number ilike ${part})`
}

/** Makes the words of calls from before there were any; how many it found. */
export async function makeWords(tx: Transaction<HotlineTables>, limit: number): Promise<number> {
  const rows = await tx
    .selectFrom('hotline.call')
    .select(['id', 'summary', 'place', 'case_number'])
    .where('words', 'is', null)
    .limit(limit)
    .forUpdate()
    .execute()
  for (const { id, ...call } of rows) {
    await tx
      .updateTable('hotline.call')
      .set({ words: wordsOfCall(call) as never })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

const placedAt = (row: CallRow) => ({ gridPath: null, unitId: row.unit_id, postId: null, ownerId: row.taken_by })

export function presentCall(row: CallRow): Call {
  const { id, taken_at, kind, masked_number, summary, place, outcome, answer, case_id, case_number } = row
  return {
    callId: id,
    takenAt: taken_at,
    kind,
    maskedNumber: masked_number,
    summary,
    place,
    outcome,
    answer,
    caseId: case_id,
    caseNumber: case_number,
  }
}
