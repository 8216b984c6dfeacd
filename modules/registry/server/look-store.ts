import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '#platform/authz/common/grants.ts'
import { readCursor } from '#platform/contract/common/cursor.ts'
import { cutPage } from '#platform/contract/common/paging.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import { sameOnes } from './same-ones-store.ts'
import type { RegistryTables } from './tables.ts'

/** A page that is opened again within this time for the same reason is the same look. */
const sameLookMinutes = 15

/** On record before anything is shown, and in the same unit of work. */
export async function noteLook(
  tx: Transaction<RegistryTables>,
  actor: Actor,
  look: { readonly thingId: string; readonly at: Instant; readonly field: string | null; readonly reason: string },
  withinMinutes = sameLookMinutes,
): Promise<void> {
  const { thingId, at, field, reason } = look
  await sql`insert into registry.look (thing_id, at, by_id, post_id, field, reason)
    select ${thingId}::uuid, ${at}::timestamptz, ${actor.personId}, ${actor.postId}, ${field}::text, ${reason}
    where not exists (select from registry.look
      where thing_id = ${thingId}::uuid and by_id = ${actor.personId} and field is null and ${field}::text is null
        and reason = ${reason} and at > ${at}::timestamptz - make_interval(mins => ${withinMinutes}::int))`.execute(tx)
}

export interface LookRow {
  readonly at: Instant
  readonly by_id: string
  readonly post_id: string | null
  readonly field: string | null
  readonly reason: string
  readonly thing_id: string
}

const columns = ['thing_id', 'at', 'by_id', 'post_id', 'field', 'reason'] as const

/** Who looked at one person's data, the latest first; also where it lay in a record that was merged into this one. */
export async function looksAt(db: Kysely<RegistryTables>, thingId: string, limit: number): Promise<readonly LookRow[]> {
  return db
    .selectFrom('registry.look')
    .select(columns)
    .where('thing_id', 'in', await sameOnes(db, thingId))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export async function countLooksAt(db: Kysely<RegistryTables>, thingId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registry.look')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('thing_id', 'in', await sameOnes(db, thingId))
    .executeTakeFirstOrThrow()
  return count
}

/** The latest looks at anybody's data, for the audit administrator. */
export async function latestLooks(
  db: Kysely<RegistryTables>,
  { byId, cursor, limit }: { byId?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = readCursor(cursor, ['instant', 'uuid', 'text', 'text'])
  const place = sql`(at, thing_id, coalesce(field, ''), by_id)`
  const found = await db
    .selectFrom('registry.look')
    .select(columns)
    .$if(byId !== undefined, q => q.where('by_id', '=', byId!))
    .$if(after !== null, q =>
      q.where(sql<boolean>`${place} < (${after![0]}::timestamptz, ${after![1]}::uuid, ${after![2]}, ${after![3]})`),
    )
    .orderBy('at', 'desc')
    .orderBy('thing_id', 'desc')
    .orderBy(sql`coalesce(field, '')`, 'desc')
    .orderBy('by_id', 'desc')
    .limit(limit + 1)
    .execute()
  return cutPage(found, limit, row => [row.at, row.thing_id, row.field ?? '', row.by_id])
}
