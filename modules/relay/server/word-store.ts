import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can } from '#platform/authz/common/grants.ts'
import { placedAt, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { RelayTables } from './tables.ts'

const columns = [
  ...(['id', 'title', 'text', 'at', 'until_on', 'owner_id', 'post_id', 'unit_id', 'grid_path'] as const),
  ...(['withdrawn_at', 'withdrawn_by', 'reason'] as const),
] as const
export type WordRow = Pick<Selectable<RelayTables['relay.word']>, (typeof columns)[number]>
export type PassingRow = Selectable<RelayTables['relay.passing']>

const running = (db: Kysely<RelayTables>, day: string) =>
  db.selectFrom('relay.word').select(columns).where('withdrawn_at', 'is', null).where('until_on', '>=', day)

/** Words on behalf of one actor: those of the places they write for, and those their own post was asked to pass on. */
export class WordReader {
  protected readonly db: Kysely<RelayTables>
  protected readonly actor: Actor

  constructor(db: Kysely<RelayTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list(asked: { readonly limit: number; readonly cursor?: string | undefined }) {
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const rows = await this.db
      .selectFrom('relay.word as row')
      .where(visibleWhere(this.actor, 'relay.write'))
      .select(columns)
      .$if(after !== null, q => q.where(sql<boolean>`("row".at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(asked.limit + 1)
      .execute()
    return cutPage(rows, asked.limit, last => [last.at, last.id])
  }

  /** One that the actor may write for. */
  async find(wordId: string): Promise<WordRow | undefined> {
    const row = await this.db.selectFrom('relay.word').select(columns).where('id', '=', wordId).executeTakeFirst()
    return row && can(this.actor, 'relay.write', placedAt(row)) ? row : undefined
  }

  /** Those that are to be passed on today, wherever they hold: for the clock. */
  running(day: string): Promise<WordRow[]> {
    return running(this.db, day).orderBy('id').execute()
  }

  passingsOf(wordIds: readonly string[]): Promise<PassingRow[]> {
    if (wordIds.length === 0) return Promise.resolve([])
    return this.db
      .selectFrom('relay.passing')
      .selectAll()
      .where('word_id', '=', sql<string>`any(${[...wordIds]}::uuid[])`)
      .orderBy('post_id')
      .execute()
  }

  /** All that the actor’s own post was asked to pass on, the latest first. */
  async own(): Promise<{ readonly word: WordRow; readonly passing: PassingRow }[]> {
    const { postId } = this.actor
    if (postId === null) return []
    const passings = await this.db.selectFrom('relay.passing').selectAll().where('post_id', '=', postId).execute()
    const words = await this.db
      .selectFrom('relay.word')
      .select(columns)
      .where('id', '=', sql<string>`any(${passings.map(one => one.word_id)}::uuid[])`)
      .orderBy('at', 'desc')
      .execute()
    const byWord = new Map(passings.map(one => [one.word_id, one]))
    return words.map(word => ({ word, passing: byWord.get(word.id)! }))
  }
}

/** Exists only inside a unit of work, and is the one place that writes words and passings. */
export class WordWriter extends WordReader {
  readonly #tx: Transaction<RelayTables>

  constructor(tx: Transaction<RelayTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** False when the id is taken. */
  async add(word: Omit<WordRow, 'withdrawn_at' | 'withdrawn_by' | 'reason'>, postIds: readonly string[]) {
    const added = await this.#tx
      .insertInto('relay.word')
      .values({ ...word, withdrawn_at: null, withdrawn_by: null })
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) return false
    await this.ask(word.id, postIds)
    return true
  }

  /** Asks posts to pass a word on; answers those that had not been asked before. */
  async ask(wordId: string, postIds: readonly string[]): Promise<string[]> {
    if (postIds.length === 0) return []
    const unset = {
      ...{ passed_at: null, heard_at: null, passed_by: null, asked_sealed: null },
      ...{ answered_at: null, answered_by: null, answer_sealed: null },
    }
    const asked = await this.#tx
      .insertInto('relay.passing')
      .values(postIds.map(postId => ({ word_id: wordId, post_id: postId, ...unset })))
      .onConflict(conflict => conflict.columns(['word_id', 'post_id']).doNothing())
      .returning('post_id')
      .execute()
    return asked.map(({ post_id }) => post_id)
  }

  /** Holds a word that is still to be passed on, so that nobody takes it back meanwhile. */
  async takeRunning(wordId: string, day: string): Promise<WordRow | undefined> {
    return running(this.#tx, day).where('id', '=', wordId).forUpdate().executeTakeFirst()
  }

  /** Holds the passing of one post, with its word, until the unit of work ends. */
  async take(wordId: string, postId: string) {
    const passing = await this.#tx
      .selectFrom('relay.passing')
      .selectAll()
      .where('word_id', '=', wordId)
      .where('post_id', '=', postId)
      .forUpdate()
      .executeTakeFirst()
    const word = await this.#tx.selectFrom('relay.word').select(columns).where('id', '=', wordId).executeTakeFirst()
    return passing && word ? { passing, word } : undefined
  }

  async passed(passing: PassingRow, set: { at: Instant; heardAt: Instant; asked: Buffer | null }): Promise<void> {
    const { at, heardAt, asked } = set
    await this.#update(passing, {
      ...{ passed_at: at, heard_at: heardAt, passed_by: this.actor.personId, asked_sealed: asked },
    })
  }

  async answered(passing: PassingRow, at: Instant, answer: Buffer | null): Promise<void> {
    await this.#update(passing, { answered_at: at, answered_by: this.actor.personId, answer_sealed: answer })
  }

  async withdraw(wordId: string, at: Instant, reason: string): Promise<void> {
    await this.#tx
      .updateTable('relay.word')
      .set({ withdrawn_at: at, withdrawn_by: this.actor.personId, reason })
      .where('id', '=', wordId)
      .execute()
  }

  async #update({ word_id, post_id }: PassingRow, set: Partial<PassingRow>): Promise<void> {
    await this.#tx
      .updateTable('relay.passing')
      .set(set)
      .where('word_id', '=', word_id)
      .where('post_id', '=', post_id)
      .execute()
  }
}
