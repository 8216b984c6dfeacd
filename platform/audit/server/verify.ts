import { sql } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { link, origin, textOfEntry } from './seal.ts'

export type Verdict =
  | { readonly whole: true; readonly entries: number; readonly unsealed: number; readonly head: string }
  | {
      readonly whole: false
      readonly position: number
      readonly entryId: number
      readonly reason: 'entry-missing' | 'entry-changed' | 'seal-missing' | 'day-head-differs'
    }

interface LinkRow {
  position: number
  entry_id: number
  hash: string
  text: string | null
}

const step = 5000

/** Walks the whole chain and names the first entry that does not fit: changed, removed, or its seal taken out. */
export async function verifyAudit(db: Db): Promise<Verdict> {
  let before = origin
  let position = 0
  let entryId = 0
  for (;;) {
    const rows = await linksAfter(db, position)
    for (const row of rows) {
      if (row.position !== position + 1) return broken({ ...row, position: position + 1 }, 'seal-missing')
      if (row.text === null) return broken(row, 'entry-missing')
      if (link(before, row.text) !== row.hash) return broken(row, 'entry-changed')
      before = row.hash
      position = row.position
      entryId = row.entry_id
    }
    if (rows.length < step) break
  }
  const head = await firstWrongHead(db)
  if (head) return broken(head, 'day-head-differs')
  return { whole: true, entries: position, unsealed: await countAfter(db, entryId), head: before }
}

function broken(
  { position, entry_id }: LinkRow,
  reason: 'entry-missing' | 'entry-changed' | 'seal-missing' | 'day-head-differs',
): Verdict {
  return { whole: false, position, entryId: entry_id, reason }
}

async function linksAfter(db: Db, position: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select seal.position, seal.entry_id, seal.hash, case when entry.id is null then null else ${textOfEntry} end as text
    from audit.seal left join audit.entry on entry.id = seal.entry_id
    where seal.position > ${position} order by seal.position limit ${step}`.execute(db.read())
  return rows
}

/** A published head must still be the hash at its place in the chain, even if the chain was rewritten throughout. */
async function firstWrongHead(db: Db): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`
    select head.last_position as position, coalesce(seal.entry_id, 0) as entry_id, head.hash, null as text
    from audit.day_head head left join audit.seal on seal.position = head.last_position
    where seal.hash is distinct from head.hash order by head.day limit 1`.execute(db.read())
  return rows[0]
}

async function countAfter(db: Db, entryId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit.entry left join audit.seal on seal.entry_id = entry.id
    where entry.id > ${entryId} and seal.entry_id is null`.execute(db.read())
  return rows[0]!.count
}
