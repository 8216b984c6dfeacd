import { type Kysely, type SqlBool, sql } from 'kysely'
import { readCursor, toCursor } from '../../contract/common/cursor.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import type { AuditEntry } from '../common/contract.ts'

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

interface Filter {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly actorId?: string | undefined
  readonly command?: string | undefined
  readonly subjectId?: string | undefined
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

  async list(filter: Filter): Promise<{ rows: AuditEntry[]; next: string | null }> {
    const after = readCursor(filter.cursor, ['whole'])
    const rows = await this.#db
      .selectFrom('audit.entry')
      .select(['id', 'at', 'actor_id', 'post_id', 'command', 'subject_kind', 'subject_id', 'outcome', 'request_id'])
      .select(deviceTime.as('device_at'))
      .$if(after !== null, q => q.where('id', '<', after![0]))
      .$if(filter.actorId !== undefined, q => q.where('actor_id', '=', filter.actorId!))
      .$if(filter.command !== undefined, q => q.where('command', '=', filter.command!))
      .$if(filter.subjectId !== undefined, q => q.where('subject_id', '=', filter.subjectId!))
      .$if(filter.outcome !== undefined, q => q.where(sql<SqlBool>`(outcome = 'done') = ${filter.outcome === 'done'}`))
      .$if(filter.from !== undefined, q => q.where('at', '>=', filter.from!))
      .$if(filter.to !== undefined, q => q.where('at', '<', filter.to!))
      .orderBy('id', 'desc')
      .limit(filter.limit + 1)
      .execute()
    const page = rows.slice(0, filter.limit)
    const last = page.at(-1)
    return { rows: page.map(toEntry), next: rows.length > filter.limit && last ? toCursor([last.id]) : null }
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

function toEntry(row: AuditTables['audit.entry'] & { readonly device_at: Instant | null }): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    postId: row.post_id,
    command: row.command,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    outcome: row.outcome,
    requestId: row.request_id,
    deviceAt: row.device_at,
  }
}
