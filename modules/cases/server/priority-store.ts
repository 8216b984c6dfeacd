import { type Kysely, sql, type Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Limit, Timer } from '#platform/worktime/common/index.ts'
import { endStatuses } from '../common/case-file.ts'
import type { Priority, PrioritySettings } from '../common/priority.ts'
import type { CasesTables } from './tables.ts'

/** Millionths of a degree of latitude in a metre. */
const perMetre = 1_000_000 / 111_195

export interface OpenCase {
  readonly id: string
  readonly gridPath: string
  readonly text: string
  readonly limit: Limit | null
  readonly timers: readonly Timer[]
  readonly reports: number
  readonly repeats: number
  /** As it was weighed last; null when it never was. */
  readonly weighed: Priority | null
}

/** Open cases after one, a part at a time, with what the database can count about them. */
export async function readOpenCases(
  read: Kysely<CasesTables>,
  after: string,
  limit: number,
  { repeatMetres, repeatDays }: PrioritySettings,
): Promise<readonly OpenCase[]> {
  const { rows } = await sql<OpenCase>`
    select row.id, row.grid_path as "gridPath", concat_ws(' ', row.title, row.description) as text,
      row.procedure->'limit' as "limit", coalesce(row.procedure->'timers', '[]') as timers,
      1 + (select count(*)::int from cases.case_file joined where joined.into_id = row.id) as reports,
      (select count(*)::int from cases.case_file other
        where row.spot is not null and other.id <> row.id and other.status not in ('refused', 'joined', 'voided')
          and other.reported_at between row.reported_at - make_interval(days => ${repeatDays}) and row.reported_at
          -- Spots are millionths of a degree; a box, since a few metres more or less at its corners say nothing.
          and other.spot <@ box(
            point(row.spot[0] - near.lon, row.spot[1] - near.lat), point(row.spot[0] + near.lon, row.spot[1] + near.lat))
      ) as repeats,
      case when weighed.case_id is not null
        then jsonb_build_object('score', weighed.score, 'reasons', weighed.reasons) end as weighed
    from cases.case_file row left join cases.priority weighed on weighed.case_id = row.id
      cross join lateral (select ${repeatMetres}::float8 * ${perMetre} as lat,
        ${repeatMetres}::float8 * ${perMetre} / greatest(0.01, cos(radians(coalesce(row.lat, 0)))) as lon) near
    where row.status not in (${sql.join([...endStatuses])}) and row.id > ${after}
    order by row.id limit ${limit}`.execute(read)
  return rows
}

/** What was weighed, where it is another number than before. */
export async function keepPriorities(
  tx: Transaction<CasesTables>,
  weighed: readonly (Priority & { readonly caseId: string })[],
  at: Instant,
): Promise<void> {
  if (weighed.length === 0) return
  await tx
    .insertInto('cases.priority')
    .values(
      weighed.map(({ caseId, score, reasons }) => ({ case_id: caseId, score, reasons: jsonValue([...reasons]), at })),
    )
    .onConflict(conflict =>
      conflict.column('case_id').doUpdateSet(eb => ({
        score: eb.ref('excluded.score'),
        reasons: eb.ref('excluded.reasons'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}

/** Ended cases press no more. */
export async function forgetEnded(tx: Transaction<CasesTables>): Promise<void> {
  await sql`delete from cases.priority using cases.case_file row
    where row.id = priority.case_id and row.status in (${sql.join([...endStatuses])})`.execute(tx)
}

export async function priorityOf(read: Kysely<CasesTables>, caseId: string): Promise<Priority | null> {
  const row = await read
    .selectFrom('cases.priority')
    .select(['score', 'reasons'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ?? null
}

/** The scores of some cases, where they were weighed. */
export async function scoresOf(
  read: Kysely<CasesTables>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (caseIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('cases.priority')
    .select(['case_id', 'score'])
    .where('case_id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map(row => [row.case_id, row.score]))
}
