import { type Kysely, sql, type Transaction } from 'kysely'
import type { SupervisionTables } from './tables.ts'

/** Cases whose figures change with the time, by when they do. */
export async function readDueFacts(read: Kysely<SupervisionTables>, now: string, limit: number): Promise<string[]> {
  const due = await read
    .selectFrom('supervision.case_fact')
    .select('case_id')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute()
  return due.map(row => row.case_id)
}

/**
 * Open cases whose figures were read before deadlines moved with a calendar: nothing happened to the cases, and yet they
 * are due at another time.
 */
export async function readFactsBeforeReplay(read: Kysely<SupervisionTables>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from supervision.case_fact
    where is_open and read_at <= (select max(finished_at) from worktime.replay where moved > 0)
    order by read_at limit ${limit}`.execute(read)
  return rows.map(row => row.case_id)
}

/** Writes what the board counts about these cases. A newer version may have come by another worker meanwhile: it stays. */
export async function keepFacts(
  tx: Transaction<SupervisionTables>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const all = Object.keys(rows[0] ?? {})
  if (all.length === 0) return
  const changed = all.filter(name => name !== 'case_id')
  const set = sql.join(changed.map(name => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  const names = sql.join(all.map(name => sql.ref(name)))
  await sql`insert into supervision.case_fact (${names})
    select ${names} from jsonb_populate_recordset(null::supervision.case_fact, ${JSON.stringify(rows)}::jsonb)
    on conflict (case_id) do update set ${set} where case_fact.version <= excluded.version`.execute(tx)
}
