import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'

/** The hash before the first: a chain starts somewhere. */
export const origin = '0'.repeat(64)

const sealLock = 4_720_260_702

export interface EntryText {
  readonly entryId: number
  /** The whole entry as PostgreSQL writes it, every column in order: what the hash covers. */
  readonly text: string
  readonly day: string
}

/** The next link: covers the entry and, through the hash before it, everything earlier. */
export function link(before: string, text: string): string {
  return createHash('sha256').update(before).update('\n').update(text).digest('hex')
}

/** Days are the place's, so that a day's head closes when the office's day does. */
export const dayOfEntry = sql<string>`((entry.at at time zone 'Asia/Shanghai')::date)::text`

/** Same text for the same row, at sealing and at every later check. */
export const textOfEntry = sql<string>`json_build_array(entry.id, to_char(entry.at at time zone 'UTC',
  'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor_id, entry.post_id, entry.command, entry.subject_kind, entry.subject_id,
  entry.outcome, entry.request_id, entry.detail)::text`

/**
 * Chains what has been committed since the last time, at most `limit` entries, in one unit of work and one sealer at
 * a time. Sealing a moment after the fact keeps commands from queueing behind one another: a chain written inside each
 * command would make the whole city commit in single file. Returns how many were sealed. `above` leaves out entries up to
 * that id; without it everything is looked at that could still be unsealed.
 */
export function sealNewEntries(db: Db, limit = 2000, above: number | null = null): Promise<number> {
  return db.unitOfWork(async tx => {
    await sql`select pg_advisory_xact_lock(${sealLock})`.execute(tx)
    const last = await lastLink(tx)
    const entries = await unsealed(tx, limit, above)
    let { hash } = last
    const links = entries.map(({ entryId, text, day }, i) => {
      hash = link(hash, text)
      return { position: last.position + i + 1, entry_id: entryId, day, hash }
    })
    if (links.length > 0) {
      await sql`insert into audit.seal (position, entry_id, day, hash)
        select position, entry_id, day, hash
        from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link (position bigint, entry_id bigint, day date, hash text)`.execute(
        tx,
      )
    }
    return links.length
  })
}

async function lastLink(tx: Transaction<unknown>): Promise<{ position: number; hash: string }> {
  const { rows } = await sql<{ position: number; hash: string }>`
    select position, hash from audit.seal order by position desc limit 1`.execute(tx)
  return rows[0] ?? { position: 0, hash: origin }
}

/** Entries get their id before they are committed, so one may appear behind a sealed one: look back a little. */
async function unsealed(tx: Transaction<unknown>, limit: number, above: number | null): Promise<EntryText[]> {
  const { rows } = await sql<{ id: number; text: string; day: string }>`
    select entry.id, ${textOfEntry} as text, ${dayOfEntry} as day
    from audit.entry left join audit.seal on seal.entry_id = entry.id
    where seal.entry_id is null
      and entry.id > coalesce(${above}::bigint, (select max(entry_id) from audit.seal) - ${lookBack}, 0)
    order by entry.id limit ${limit}`.execute(tx)
  return rows.map(row => ({ entryId: row.id, text: row.text, day: row.day }))
}

/** The highest id that is sealed; null before the first. */
export async function highestSealed(db: Db): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`select max(entry_id) as id from audit.seal`.execute(db.read())
  return rows[0]?.id ?? null
}

/** Ids that may be in flight at once, far above what one database commits in a second. */
const lookBack = 100_000

/** Writes the head of each finished day that has none yet, once all its entries are sealed. Returns the new heads. */
export async function publishDayHeads(db: Db, today: string): Promise<{ day: string; hash: string }[]> {
  return db.unitOfWork(async tx => {
    const { rows } = await sql<{ day: string; hash: string }>`
      insert into audit.day_head (day, last_position, hash, published_at)
      select distinct on (seal.day) seal.day, seal.position, seal.hash, now()
      from audit.seal
      where seal.day < ${today}::date
        and seal.day > coalesce((select max(day) from audit.day_head), '-infinity')
      order by seal.day, seal.position desc
      on conflict (day) do nothing
      returning day, hash`.execute(tx)
    return rows
  })
}
