import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import type { Actor } from '../../authz/common/grants.ts'
import { readCursor } from '../../contract/common/cursor.ts'
import { cutPage } from '../../contract/common/paging.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { NoticeItem } from '../common/contract.ts'

export interface NoticeTables {
  'notices.notice': {
    id: string
    person_id: string
    kind: string
    subject_kind: string
    subject_id: string
    params: Record<string, string | number>
    at: Instant
    read_at: Instant | null
  }
}

/** Reads one person's own notices; there is no way to ask for another's. */
export class NoticeReader {
  protected readonly db: Kysely<NoticeTables>
  protected readonly actor: Actor

  constructor(db: Kysely<NoticeTables>, actor: Actor) {
    this.db = db
    this.actor = actor
  }

  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const after = readCursor(cursor, ['instant', 'uuid'])
    const rows = await this.db
      .selectFrom('notices.notice')
      .select(['id', 'kind', 'subject_kind', 'subject_id', 'params', 'at', 'read_at'])
      .where('person_id', '=', this.actor.personId)
      .$if(after !== null, q => q.where(sql<SqlBool>`(at, id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = cutPage(rows, limit, last => [last.at, last.id])
    return { ...page, rows: page.rows.map(toItem), unread: await this.unread() }
  }

  async unread(): Promise<number> {
    const row = await this.db
      .selectFrom('notices.notice')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', this.actor.personId)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
}

export class NoticeWriter extends NoticeReader {
  constructor(tx: Transaction<NoticeTables>, actor: Actor) {
    super(tx, actor)
  }

  async markRead(until: Instant, now: Instant): Promise<number> {
    const { numUpdatedRows } = await this.db
      .updateTable('notices.notice')
      .set({ read_at: now })
      .where('person_id', '=', this.actor.personId)
      .where('read_at', 'is', null)
      .where('at', '<=', until)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  }
}

function toItem(row: Omit<NoticeTables['notices.notice'], 'person_id'>): NoticeItem {
  return {
    id: row.id,
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    params: row.params,
    at: row.at,
    readAt: row.read_at,
  }
}
