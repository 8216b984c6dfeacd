import { type Kysely, type SqlBool, sql } from 'kysely'
import { readCursor } from '../../contract/common/cursor.ts'
import { cutPage, type Page } from '../../contract/common/paging.ts'
import type { Instant } from '../../kernel/common/instant.ts'

export interface AuditTables {
  'audit.entry': {
    id: number
    at: Instant
    actor_id: string
    post_id: string | null
    command: string
    subject_kind: string
    subject_id: string
    outcome: string
    request_id: string
  }
  'audit.day_head': { day: string; last_position: number; hash: string; published_at: Instant }
}

export type EntryRow = AuditTables['audit.entry'] & { readonly device_at: Instant | null }

interface Filter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly actorId?: string | undefined
  readonly command?: string | undefined
  /** Any of these. */
  readonly subjectIds?: readonly string[] | undefined
  readonly outcome?: 'done' | 'refused' | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** In the entry, and for entries from before beside it; always written as instants are. */
const deviceTime = sql<Instant | null>`coalesce(audit.entry.detail ->> 'deviceAt', (
  select to_char(told.device_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from audit.device_time told
  where told.actor_id = audit.entry.actor_id and told.request_id = audit.entry.request_id))`

/** Reads the audit for whoever the door let in: the audit administrator sees all of it, nobody else any. */
export class AuditReader {
  readonly #db: Kysely<AuditTables>

  constructor(db: Kysely<AuditTables>) {
    this.#db = db
  }

  async list(filter: Filter): Promise<Page<EntryRow>> {
    return cutPage(await this.query(filter).execute(), filter.limit, ({ at, id }) => [at, id])
  }

  /** Newest first. Each filter walks an index that ends in time and id, however many years of entries lie behind it. */
  query(filter: Filter) {
    const after = readCursor(filter.cursor, ['instant', 'whole'])
    return this.#db
      .selectFrom('audit.entry')
      .select(['id', 'at', 'actor_id', 'post_id', 'command', 'subject_kind', 'subject_id', 'outcome', 'request_id'])
      .select(deviceTime.as('device_at'))
      .$if(after !== null, q => q.where(sql<SqlBool>`(at, id) < (${after![0]}::timestamptz, ${after![1]}::bigint)`))
      .$if(filter.actorId !== undefined, q => q.where('actor_id', '=', filter.actorId!))
      .$if(filter.command !== undefined, q => q.where('command', '=', filter.command!))
      .$if(filter.subjectIds !== undefined, q => q.where('subject_id', 'in', filter.subjectIds!))
      .$if(filter.outcome !== undefined, q =>
        q.where('outcome', filter.outcome === 'done' ? '=' : '<>', sql.lit('done')),
      )
      .$if(filter.from !== undefined, q => q.where('at', '>=', filter.from!))
      .$if(filter.to !== undefined, q => q.where('at', '<', filter.to!))
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(filter.limit + 1)
  }

  async dayHeads(limit: number) {
    const rows = await this.#db
      .selectFrom('audit.day_head')
      .select(['day', 'hash', 'published_at', 'last_position'])
      .select(sql<number>`last_position - lag(last_position, 1, 0::bigint) over (order by day)`.as('entries'))
      .orderBy('day', 'desc')
      .limit(limit)
      .execute()
    return rows.map(row => ({ day: row.day, entries: row.entries, hash: row.hash, publishedAt: row.published_at }))
  }
}
