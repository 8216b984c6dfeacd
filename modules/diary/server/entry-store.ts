import { type ExpressionBuilder, type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Actor, can, depthOf } from '#platform/authz/common/grants.ts'
import { placeColumn, placedAt, visibleWhere } from '#platform/authz/server/visible-where.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage, type Page } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { yearOf } from '#platform/kernel/common/instant.ts'
import { wordsQuery } from '#platform/search/server/words.ts'
import { type EntryOutcome, type FeedbackStanding, orderNumber, spanOf } from '../common/entry.ts'
import type { DiaryTables } from './tables.ts'

export type EntryRow = Selectable<DiaryTables['diary.entry']>

interface ListAsked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly mine?: boolean | undefined
  readonly kind?: EntryRow['kind'] | undefined
  readonly outcome?: EntryOutcome | undefined
  readonly standing?: FeedbackStanding | undefined
  readonly gridPath?: string | undefined
  readonly text?: string | undefined
}

type RowBuilder = ExpressionBuilder<{ row: DiaryTables['diary.entry'] }, 'row'>

/** Diary entries on behalf of one actor: what the actor may not read is not found. */
export class EntryReader {
  protected readonly db: Kysely<DiaryTables>
  protected readonly actor: Actor

  constructor(db: Kysely<DiaryTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async find(entryId: string): Promise<EntryRow | undefined> {
    const row = await this.db.selectFrom('diary.entry').selectAll().where('id', '=', entryId).executeTakeFirst()
    return row && can(this.actor, 'diary.read', placedAt(row)) ? row : undefined
  }

  /** The entry of which a case came. */
  async ofCase(caseId: string): Promise<EntryRow | undefined> {
    const row = await this.db.selectFrom('diary.entry').selectAll().where('case_id', '=', caseId).executeTakeFirst()
    return row && can(this.actor, 'diary.read', placedAt(row)) ? row : undefined
  }

  async list(asked: ListAsked, now: Instant): Promise<Page<EntryRow>> {
    const { limit, mine, kind, outcome, standing, gridPath, text = '' } = asked
    const after = readCursor(asked.cursor, ['instant', 'uuid'])
    const words = wordsQuery(text)
    const rows = await this.#seen()
      .selectAll('row')
      .$if(mine === true, q => q.where('row.owner_id', '=', this.actor.personId))
      .$if(kind !== undefined, q => q.where('row.kind', '=', kind!))
      .$if(outcome !== undefined, q => q.where('row.outcome', '=', outcome!))
      .$if(standing !== undefined, q => q.where(stands(standing!, now)))
      .$if(gridPath !== undefined, q => q.where(`row.${placeColumn(depthOf(gridPath!))}`, '=', gridPath!))
      .$if(text.trim() !== '', q =>
        q.where(words === null ? sql<boolean>`false` : sql<boolean>`"row".words @@ ${words}`),
      )
      .$if(after !== null, q => q.where(sql<boolean>`("row".written_at, "row".id) < (${after![0]}, ${after![1]})`))
      .orderBy('row.written_at', 'desc')
      .orderBy('row.id', 'desc')
      .limit(limit + 1)
      .execute()
    return cutPage(rows, limit, last => [last.written_at, last.id])
  }

  /** How a day's entries were answered, by the communities they lie in. */
  async dayByCommunity(day: string, depth: number) {
    const { from, until } = spanOf(day)
    const community = sql<string>`coalesce(${sql.ref(`row.${placeColumn(depth)}`)}, "row".grid_path)`
    const count = (when: string) => sql<number>`(count(*) filter (where ${sql.raw(when)}))::int`
    return this.#seen()
      .select([
        community.as('gridPath'),
        sql<number>`count(*)::int`.as('written'),
        count('first_feedback_at <= due_at').as('inTime'),
        count('first_feedback_at > due_at').as('late'),
        count('first_feedback_at is null').as('missing'),
      ])
      .where('row.written_at', '>=', from)
      .where('row.written_at', '<', until)
      .groupBy(community)
      .orderBy(community)
      .execute()
  }

  async feedbackOf(entryId: string) {
    return this.db.selectFrom('diary.feedback').selectAll().where('entry_id', '=', entryId).orderBy('serial').execute()
  }

  async transferOf(entryId: string) {
    return this.db.selectFrom('diary.transfer').selectAll().where('entry_id', '=', entryId).executeTakeFirst()
  }

  #seen() {
    return this.db.selectFrom('diary.entry as row').where(visibleWhere(this.actor, 'diary.read'))
  }
}

function stands(standing: FeedbackStanding, now: Instant) {
  return (eb: RowBuilder) => {
    const missing = eb('row.first_feedback_at', 'is', null)
    if (standing === 'waiting') return eb.and([missing, eb('row.due_at', '>=', now)])
    if (standing === 'overdue') return eb.and([missing, eb('row.due_at', '<', now)])
    return eb('row.first_feedback_at', standing === 'in-time' ? '<=' : '>', eb.ref('row.due_at'))
  }
}

interface Answer {
  readonly at: Instant
  readonly outcome: EntryOutcome
  readonly text: string
}

/** Exists only inside a unit of work, and is the one place that writes entries. */
export class EntryWriter extends EntryReader {
  readonly #tx: Transaction<DiaryTables>

  constructor(tx: Transaction<DiaryTables>, actor: Actor) {
    super(tx, actor)
    this.#tx = tx
  }

  /** Holds the entry until the unit of work ends. */
  async take(entryId: string, permission: string): Promise<EntryRow | undefined> {
    const row = await this.#tx
      .selectFrom('diary.entry')
      .selectAll()
      .where('id', '=', entryId)
      .forUpdate()
      .executeTakeFirst()
    return row && can(this.actor, permission, placedAt(row)) ? row : undefined
  }

  /** False when the id is taken. */
  async begin(row: Insertable<DiaryTables['diary.entry']>): Promise<boolean> {
    const begun = await this.#tx
      .insertInto('diary.entry')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    return begun !== undefined
  }

  /** One more answer; the first one counts for the day's feedback. */
  async answer(entry: EntryRow, answer: Answer, more: Partial<EntryRow> = {}): Promise<EntryRow> {
    const { personId, postId } = this.actor
    const serial = (await this.feedbackOf(entry.id)).length + 1
    await this.#tx
      .insertInto('diary.feedback')
      .values({ entry_id: entry.id, serial, by_id: personId, post_id: postId, ...answer })
      .execute()
    const changed = { outcome: answer.outcome, first_feedback_at: entry.first_feedback_at ?? answer.at, ...more }
    await this.#tx.updateTable('diary.entry').set(changed).where('id', '=', entry.id).execute()
    return { ...entry, ...changed }
  }

  /** The next number of a district in a year; holds the counter until the unit of work ends. */
  async nextOrderNumber(district: string, now: Instant): Promise<string> {
    const year = yearOf(now)
    const { last } = await this.#tx
      .insertInto('diary.number_counter')
      .values({ district, year, last: 1 })
      .onConflict(conflict =>
        conflict.columns(['district', 'year']).doUpdateSet({ last: sql`diary.number_counter.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    return orderNumber(district, year, last)
  }

  async addTransfer(row: Omit<DiaryTables['diary.transfer'], 'by_id' | 'post_id'>): Promise<void> {
    const { personId, postId } = this.actor
    await this.#tx
      .insertInto('diary.transfer')
      .values({ ...row, by_id: personId, post_id: postId })
      .execute()
  }

  /** On record before anything is shown, and in the same unit of work. */
  async noteLook(look: { entryId: string; at: Instant; reason: string }): Promise<void> {
    const { personId, postId } = this.actor
    await this.#tx
      .insertInto('diary.person_look')
      .values({ entry_id: look.entryId, at: look.at, by_id: personId, post_id: postId, reason: look.reason })
      .execute()
  }
}
