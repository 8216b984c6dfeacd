import { type ExpressionBuilder, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { CareMoved } from '../care-store.ts'
import type { RegistryTables } from '../tables.ts'

export type AlikeRow = Selectable<RegistryTables['registry.alike']>
export type MergeRow = Selectable<RegistryTables['registry.merge']>

/** What a merge changed, so that it can be put back. */
export interface MergeUndo {
  /** Fields of the kept record as they were, and the entry that the merge wrote. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly serial: number | null
  readonly goneState: string
  readonly goneEndedOn: string | null
  /** Relations of the gone record that were ended, and those that the kept one got instead. */
  readonly ended: readonly string[]
  readonly added: readonly string[]
  /** Not noted by merges from before care lists moved along. */
  readonly care?: CareMoved
  readonly alikeId: string | null
}

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Pairs that look alike and merges, among the people whom the actor may settle. */
export class AlikeReader {
  protected readonly db: Kysely<RegistryTables>

  constructor(db: Kysely<RegistryTables>) {
    this.db = db
  }

  /** Open pairs of which the actor sees and settles both people, who are both there; the likest first. */
  async open(actor: Actor, { limit, cursor }: Page) {
    const after = readCursor(cursor, ['real', 'uuid'])
    const found = await this.db
      .selectFrom('registry.alike')
      .select(alikeColumns)
      .where('decision', 'is', null)
      .where(eb => settles(eb, actor, 'registry.alike.a_id'))
      .where(eb => settles(eb, actor, 'registry.alike.b_id'))
      .$if(after !== null, q =>
        q.where(sql<boolean>`(score < ${after![0]}::real or (score = ${after![0]}::real and id > ${after![1]}::uuid))`),
      )
      .orderBy('score', 'desc')
      .orderBy('id')
      .limit(limit + 1)
      .execute()
    return cutPage(found, limit, ({ score, id }) => [score, id])
  }

  /** Merges that stand, of which the actor may settle the person that was kept; the latest first. */
  async merges(actor: Actor, { limit, cursor }: Page) {
    const after = readCursor(cursor, ['instant', 'uuid'])
    const found = await this.db
      .selectFrom('registry.merge')
      .select(mergeColumns)
      .where('undone_at', 'is', null)
      .where(eb => settles(eb, actor, 'registry.merge.kept_id'))
      .$if(after !== null, q => q.where(sql<boolean>`(at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(found, limit, ({ at, id }) => [at, id])
  }
}

/** That one of a pair is there, and within the actor's rights: asked pair by pair, since pairs and merges are few and people many. */
function settles(
  some: ExpressionBuilder<RegistryTables, 'registry.alike'> | ExpressionBuilder<RegistryTables, 'registry.merge'>,
  actor: Actor,
  column: 'registry.alike.a_id' | 'registry.alike.b_id' | 'registry.merge.kept_id',
) {
  const eb = some as ExpressionBuilder<RegistryTables, 'registry.alike' | 'registry.merge'>
  return eb.exists(
    eb
      .selectFrom('registry.thing as row')
      .select('row.id')
      .whereRef('row.id', '=', column)
      .where('row.state', '=', 'current')
      .where(visibleWhere(actor, 'registry.read'))
      .where(visibleWhere(actor, 'registry.settle')),
  )
}

const alikeColumns = [
  ...([
    'id',
    'a_id',
    'b_id',
    'score',
    'reasons',
    'found_at',
    'source',
    'decision',
    'decided_at',
    'decided_by',
  ] as const),
] as const
const mergeColumns = [
  ...(['id', 'kept_id', 'gone_id', 'at', 'by_id', 'post_id', 'reason', 'undo', 'undone_at', 'undone_by'] as const),
] as const

export interface Proposed {
  readonly aId: string
  readonly bId: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** Exists only inside a unit of work, and is the one place that writes pairs and merges. */
export class AlikeWriter extends AlikeReader {
  readonly #tx: Transaction<RegistryTables>

  constructor(tx: Transaction<RegistryTables>) {
    super(tx)
    this.#tx = tx
  }

  /** What was proposed before, or decided, stays as it is. Answers with how many are new. */
  async propose(pairs: readonly Proposed[], { at, source }: { at: Instant; source: string }): Promise<number> {
    if (pairs.length === 0) return 0
    const rows = JSON.stringify(
      pairs
        .filter(({ aId, bId }) => aId !== bId)
        .map(({ aId, bId, ...rest }) => (aId < bId ? { ...rest, a: aId, b: bId } : { ...rest, a: bId, b: aId })),
    )
    const done = await sql`insert into registry.alike (id, a_id, b_id, score, reasons, found_at, source)
      select gen_random_uuid(), a, b, score, reasons, ${at}::timestamptz, ${source}
      from jsonb_to_recordset(${rows}::jsonb) as one (a uuid, b uuid, score real, reasons jsonb)
      on conflict (a_id, b_id) do nothing`.execute(this.#tx)
    return Number(done.numAffectedRows ?? 0)
  }

  async take(id: string): Promise<AlikeRow | undefined> {
    return this.#tx
      .selectFrom('registry.alike')
      .select(alikeColumns)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  }

  async pairOf(a: string, b: string): Promise<string | null> {
    const row = await this.#tx
      .selectFrom('registry.alike')
      .select('id')
      .where('a_id', '=', a < b ? a : b)
      .where('b_id', '=', a < b ? b : a)
      .executeTakeFirst()
    return row?.id ?? null
  }

  async decide(id: string, decision: 'merged' | 'apart' | null, by: { at: Instant; byId: string }): Promise<void> {
    await this.#tx
      .updateTable('registry.alike')
      .set({
        decision,
        decided_at: decision === null ? null : by.at,
        decided_by: decision === null ? null : by.byId,
      })
      .where('id', '=', id)
      .execute()
  }

  async addMerge(row: Omit<MergeRow, 'undone_at' | 'undone_by' | 'undo'> & { undo: MergeUndo }): Promise<void> {
    await this.#tx
      .insertInto('registry.merge')
      .values({ ...row, undo: jsonValue(row.undo) } as never)
      .execute()
  }

  async takeMerge(id: string): Promise<MergeRow | undefined> {
    return this.#tx
      .selectFrom('registry.merge')
      .select(mergeColumns)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  }

  async undoneMerge(id: string, by: { at: Instant; byId: string }): Promise<void> {
    await this.#tx
      .updateTable('registry.merge')
      .set({ undone_at: by.at, undone_by: by.byId })
      .where('id', '=', id)
      .execute()
  }

  /** The record that is gone leads to the one that remains; with null it stands by itself again. */
  async setMerged(
    id: string,
    into: string | null,
    state: { state: 'merged' | 'current' | 'moved-away' | 'dead' | 'ended'; endedOn: string | null },
    at: Instant,
  ): Promise<void> {
    await this.#tx
      .updateTable('registry.thing')
      .set({ state: state.state, ended_on: state.endedOn, merged_into: into, changed_at: at })
      .where('id', '=', id)
      .execute()
  }

  /** Relations that the merge ended hold again; those it added never did. */
  async putBackRelations(ended: readonly string[], added: readonly string[], by: { at: Instant; byId: string }) {
    if (ended.length > 0) {
      await this.#tx
        .updateTable('registry.relation')
        .set({ until_on: null, ended_at: null, ended_by: null })
        .where('id', 'in', ended)
        .execute()
    }
    if (added.length === 0) return
    await this.#tx
      .updateTable('registry.relation')
      .set({ until_on: sql<string>`from_on`, ended_at: by.at, ended_by: by.byId })
      .where('id', 'in', added)
      .execute()
  }
}
