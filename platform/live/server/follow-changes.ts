import { type Kysely, sql, type Transaction } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { type Instant, millisecondsOf } from '../../kernel/common/instant.ts'

/** Somebody that keeps a copy up with all subjects of a kind. Both may be asked about what it knows already. */
export interface Follower {
  /** Module and copy: `supervision.facts`. */
  readonly name: string
  readonly subjectKind: string
  /** Brings these up to date; each comes once. */
  readonly some: (subjectIds: readonly string[]) => Promise<void>
  /** Compares everything: the first time, each night, and when news may have been swept before it was seen. */
  readonly all: () => Promise<void>
}

/** News is swept after a day; half of it leaves room for clocks that differ. */
const longestAwayMs = 12 * 3_600_000

interface FollowerTable {
  'live.follower': { name: string; xid: string; at: Instant }
}

/**
 * Tells a follower what changed since it last looked, at a cost that goes with the changes, not with how much there is.
 * It looks again at every transaction that was not over when it looked before: what commits late is seen late, never
 * missed, and what is there already is seen at once. The place is kept when the work is done, so a failed turn is repeated.
 */
export async function followChanges(db: Db, { name, subjectKind, some, all }: Follower, now: Instant): Promise<void> {
  const read = db.read<FollowerTable>()
  const { last, oldestOpen } = await placeOf(read, name)
  const isWithin = last !== null && millisecondsOf(now) - millisecondsOf(last.at) < longestAwayMs
  if (isWithin) {
    const ids = await changedSince(read, subjectKind, last.xid)
    if (ids.length > 0) await some(ids)
  } else await all()
  await db.unitOfWork((tx: Transaction<FollowerTable>) =>
    tx
      .insertInto('live.follower')
      .values({ name, xid: oldestOpen, at: now })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ xid: oldestOpen, at: now }))
      .execute(),
  )
}

/** Everything is to be compared: after rows came in by another way than commands. */
export async function followAfresh(tx: Transaction<unknown>): Promise<void> {
  await (tx as Transaction<FollowerTable>).deleteFrom('live.follower').execute()
}

/**
 * Where it is, and where it will be after what is read from now on: everything before the oldest transaction that still
 * runs can be seen from here. A place ahead of this database comes from another one, that a backup was taken of: it
 * says nothing here.
 */
async function placeOf(read: Kysely<FollowerTable>, name: string) {
  const { rows } = await sql<{ oldestOpen: string; xid: string | null; at: Instant | null }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as "oldestOpen", follower.xid::text, follower.at
    from (values (1)) one left join live.follower
      on follower.name = ${name} and follower.xid <= pg_snapshot_xmax(pg_current_snapshot())`.execute(read)
  const { oldestOpen, xid, at } = rows[0]!
  return { oldestOpen, last: xid !== null && at !== null ? { xid, at } : null }
}

async function changedSince(read: Kysely<FollowerTable>, subjectKind: string, xid: string): Promise<string[]> {
  const { rows } = await sql<{ subject_id: string }>`
    select distinct subject_id from live.change where xid >= ${xid}::xid8 and subject_kind = ${subjectKind}`.execute(
    read,
  )
  return rows.map(row => row.subject_id)
}
