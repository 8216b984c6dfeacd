import { type Kysely, sql, type Transaction } from 'kysely'
import { jsonValue } from '#platform/db/server/json-value.ts'
import type { Instant } from '#platform/kernel/common/instant.ts'
import type { Limit, Timer } from '#platform/worktime/common/index.ts'
import { endStatuses } from '../common/case-file.ts'
import type { Priority, PrioritySettings } from '../common/priority.ts'
import type { CasesTables } from './tables.ts'

/** Millionths of a degree of latitude in a metre. */
const perMetre = 1_000_000 / 111_195

/** What other cases add to one. */
export interface Counts {
  /** Reports of this very matter, its own included. */
  readonly reports: number
  /** Earlier matters at the same point within the days of the settings. */
  readonly repeats: number
}

export interface OpenCase extends Counts {
  readonly id: string
  readonly gridPath: string
  readonly text: string
  readonly limit: Limit | null
  readonly timers: readonly Timer[]
  /** As it was weighed last; null when it never was. Then nothing is counted yet either. */
  readonly weighed: Priority | null
}

const openCase = sql`
  select row.id, row.grid_path as "gridPath", concat_ws(' ', row.title, row.description) as text,
    row.procedure->'limit' as "limit", coalesce(row.procedure->'timers', '[]') as timers,
    coalesce(weighed.reports, 1) as reports, coalesce(weighed.repeats, 0) as repeats,
    case when weighed.case_id is not null
      then jsonb_build_object('score', weighed.score, 'reasons', weighed.reasons) end as weighed
  from cases.case_file row left join cases.priority weighed on weighed.case_id = row.id
  where row.status not in (${sql.join([...endStatuses])})`

/** All open cases after one, a part at a time. */
export async function readOpenCases(
  read: Kysely<CasesTables>,
  after: string,
  limit: number,
): Promise<readonly OpenCase[]> {
  return (await sql<OpenCase>`${openCase} and row.id > ${after} order by row.id limit ${limit}`.execute(read)).rows
}

/** Those of these cases that are open. */
export async function readOpenAmong(read: Kysely<CasesTables>, ids: readonly string[]): Promise<readonly OpenCase[]> {
  return (await sql<OpenCase>`${openCase} and row.id = any(${ids}::uuid[])`.execute(read)).rows
}

/** Counting goes no further: so many matters at one point say as much as more of them would. */
const mostRepeats = 200

export interface Around extends Counts {
  readonly id: string
  /** Open cases at the same point that count this one now, or did until now, and that nobody would ask otherwise. */
  readonly beside: readonly string[]
}

/**
 * Counts what lies around cases, open or not. Others count a case that came before them; so where it is a matter no more
 * (refused, joined, voided), or is new and older than one that was weighed already, those are told too. All this looks
 * at one point, where thousands may lie: reports at a hall without a place of their own.
 */
export async function lookAround(
  read: Kysely<CasesTables>,
  ids: readonly string[],
  { repeatMetres, repeatDays }: PrioritySettings,
): Promise<readonly Around[]> {
  const days = sql`make_interval(days => ${repeatDays})`
  const isMatter = (row: string) => sql`${sql.ref(`${row}.status`)} not in ('refused', 'joined', 'voided')`
  // Spots are millionths of a degree; a box, since a few metres more or less at its corners say nothing.
  const atThePoint = sql`other.id <> row.id and other.spot <@ box(
    point(row.spot[0] - near.lon, row.spot[1] - near.lat), point(row.spot[0] + near.lon, row.spot[1] + near.lat))`
  const { rows } = await sql<Around>`
    with newest as materialized (
      select max(reported_at) as weighed_at from (
        select row.reported_at from cases.case_file row
        where exists (select from cases.priority where case_id = row.id) order by row.reported_at desc limit 1) last)
    select row.id, 1 + (select count(*)::int from cases.case_file joined where joined.into_id = row.id) as reports,
      case when row.spot is null then 0 else (select count(*)::int from (
        select from cases.case_file other
        where ${atThePoint} and ${isMatter('other')}
          and other.reported_at between row.reported_at - ${days} and row.reported_at
        limit ${mostRepeats}) repeats) end as repeats,
      case when row.spot is null
          or ${isMatter('row')} and (exists (select from cases.priority where case_id = row.id)
            or row.reported_at > coalesce((select weighed_at from newest), '-infinity'))
        then '{}' else array(select other.id::text from cases.case_file other
          where ${atThePoint} and other.status not in (${sql.join([...endStatuses])})
            and other.reported_at between row.reported_at and row.reported_at + ${days}) end as beside
    from cases.case_file row
      cross join lateral (select ${repeatMetres}::float8 * ${perMetre} as lat,
        ${repeatMetres}::float8 * ${perMetre} / greatest(0.01, cos(radians(coalesce(row.lat, 0)))) as lon) near
    where row.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export interface DueCase {
  readonly id: string
  /** It was weighed by settings or calendars of before: what lies around it is counted anew too. */
  readonly isByOthers: boolean
}

/** Cases that were weighed by something else than `weighedBy`, and those of which time says something else by now. */
export async function readDue(
  read: Kysely<CasesTables>,
  weighedBy: string,
  now: Instant,
  limit: number,
): Promise<readonly DueCase[]> {
  const { rows } = await sql<DueCase>`
    (select case_id as id, true as "isByOthers" from cases.priority
      where weighed_by < ${weighedBy} or weighed_by > ${weighedBy} limit ${limit})
    union all (select case_id, false from cases.priority
      where weighed_by = ${weighedBy} and next_at <= ${now} order by next_at limit ${limit})
    limit ${limit}`.execute(read)
  return rows
}

/** When limits were last moved by a changed calendar; null when that never happened. */
export async function limitsMovedAt(read: Kysely<CasesTables>): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select max(finished_at) as at from worktime.replay where moved > 0`.execute(read)
  return rows[0]?.at ?? null
}

export interface Weighed extends Priority, Counts {
  readonly caseId: string
  readonly nextAt: Instant | null
}

export async function keepPriorities(
  tx: Transaction<CasesTables>,
  weighed: readonly Weighed[],
  weighedBy: string,
  at: Instant,
): Promise<void> {
  if (weighed.length === 0) return
  await tx
    .insertInto('cases.priority')
    .values(
      weighed.map(({ caseId, score, reasons, reports, repeats, nextAt }) => ({
        ...{ case_id: caseId, score, reasons: jsonValue([...reasons]), reports, repeats },
        ...{ weighed_by: weighedBy, next_at: nextAt, at },
      })),
    )
    .onConflict(conflict =>
      conflict.column('case_id').doUpdateSet(eb => ({
        score: eb.ref('excluded.score'),
        reasons: eb.ref('excluded.reasons'),
        reports: eb.ref('excluded.reports'),
        repeats: eb.ref('excluded.repeats'),
        weighed_by: eb.ref('excluded.weighed_by'),
        next_at: eb.ref('excluded.next_at'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}

/** Ended cases press no more. */
export async function forget(tx: Transaction<CasesTables>, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await tx.deleteFrom('cases.priority').where('case_id', '=', sql<string>`any(${caseIds}::uuid[])`).execute()
}

/** The same, for all that ended unseen. */
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
