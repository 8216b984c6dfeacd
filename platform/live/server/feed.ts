import { sql } from 'kysely'
import type { Placed } from '../../authz/common/grants.ts'
import { placedAt } from '../../authz/server/visible-where.ts'
import type { Subject } from '../../commands/server/command.ts'
import type { Db } from '../../db/server/unit-of-work.ts'

/** One piece of news: something changed, and who may know. `cursor` is its place in the order of transactions. */
export interface News {
  readonly cursor: string
  readonly subject: Subject
  readonly permission: string
  readonly placed: Placed
}

interface ChangeRow {
  cursor: string
  subject_kind: string
  subject_id: string
  permission: string
  grid_path: string | null
  unit_id: string | null
  post_id: string | null
  owner_id: string | null
}

const batch = 1000

/**
 * Follows `live.change` and tells listeners of this process. Rows are read in the order of their transactions and only
 * up to the oldest one still running, so that a slow transaction's news is late, never lost. Polling instead of
 * LISTEN/NOTIFY: NOTIFY makes commits queue behind one lock, and does not pass a pooler.
 */
export class LiveFeed {
  readonly #db: Db
  readonly #listeners = new Set<(news: readonly News[]) => void>()
  readonly #everyMilliseconds: number
  #cursor = '0-0'
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> | undefined

  constructor(db: Db, everyMilliseconds = 250) {
    this.#db = db
    this.#everyMilliseconds = everyMilliseconds
  }

  async start(): Promise<void> {
    this.#cursor = await this.newestCursor()
    this.#timer = setInterval(() => void this.catchUp().catch(() => {}), this.#everyMilliseconds)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#turn?.catch(() => {})
  }

  listen(listener: (news: readonly News[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads what is new and tells the listeners. One turn at a time; a failed turn is taken up by the next. */
  catchUp(): Promise<void> {
    this.#turn ??= this.#read().finally(() => {
      this.#turn = undefined
    })
    return this.#turn
  }

  async #read(): Promise<void> {
    for (;;) {
      const news = await this.since(this.#cursor, batch)
      const last = news.at(-1)
      if (!last) return
      this.#cursor = last.cursor
      for (const listener of this.#listeners) listener(news)
      if (news.length < batch) return
    }
  }

  /** News after a cursor, oldest first, `limit` at most. */
  async since(cursor: string, limit: number): Promise<News[]> {
    const [xid, id] = readCursor(cursor)
    const { rows } = await sql<ChangeRow>`
      select xid::text || '-' || id as cursor, subject_kind, subject_id, permission, grid_path, unit_id, post_id, owner_id
      from live.change
      where (xid, id) > (${xid}::xid8, ${id}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, id limit ${limit}`.execute(this.#db.read())
    return rows.map(toNews)
  }

  async newestCursor(): Promise<string> {
    const { rows } = await sql<{ cursor: string }>`
      select xid::text || '-' || id as cursor from live.change
      where xid < pg_snapshot_xmin(pg_current_snapshot()) order by change.xid desc, change.id desc limit 1`.execute(
      this.#db.read(),
    )
    return rows[0]?.cursor ?? '0-0'
  }
}

/** Cursors come back from browsers, so anything may be in them. An unreadable one starts from the beginning. */
function readCursor(cursor: string): [xid: string, id: string] {
  const match = /^(\d{1,18})-(\d{1,18})$/.exec(cursor)
  return match ? [match[1]!, match[2]!] : ['0', '0']
}

function toNews(row: ChangeRow): News {
  return {
    cursor: row.cursor,
    subject: { kind: row.subject_kind, id: row.subject_id },
    permission: row.permission,
    placed: placedAt(row),
  }
}
