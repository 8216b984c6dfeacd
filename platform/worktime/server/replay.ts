import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Db } from '../../db/server/unit-of-work.ts'
import { type Instant, instantOf, millisecondsOf } from '../../kernel/common/instant.ts'
import type { LimitClock, TimerMark } from '../common/index.ts'
import {
  courseOf,
  crossingsOf,
  lightAt,
  nextMoment,
  plainCourse,
  type TimerCourse,
  yearsTouched,
} from '../common/timer.ts'
import type { TimerListener } from './listeners.ts'
import type { WorktimeTables } from './tables.ts'
import { lightRank } from './timer-store.ts'
import type { WorkCalendars } from './work-calendars.ts'

const chunk = 20_000
/** Chunks written at once, each in a unit of work of its own. */
const lanes = 2

interface Replay {
  readonly db: Db
  readonly calendars: WorkCalendars
  readonly listeners: readonly TimerListener[]
  readonly replayId: string
  readonly now: Instant
}

/**
 * Counts every running limit again that the change can reach, and writes those that moved, and the list of them that
 * people read; the inbox asks the limits. In chunks by id; how far it came is noted after each few, so that a restart goes on from there. The next ones are
 * fetched while these are written.
 */
export async function replay(work: Replay): Promise<void> {
  const { db, calendars, replayId, now } = work
  await calendars.reload()
  const asked = await begin(db, replayId, now)
  if (!asked) return
  const reach = reachOf(asked)
  let fetched = fetchSome(db, reach, asked.upTo)
  for (;;) {
    const parts = await fetched
    const last = parts.at(-1)
    if (!last) break
    fetched = fetchSome(db, reach, last.upTo)
    // Looked at by the `await` above; an error here must not count as unhandled while the parts are being written.
    fetched.catch(() => {})
    await Promise.all(parts.map(part => write(work, part)))
    await noteProgress(work, parts, last.upTo)
  }
  await db.unitOfWork<WorktimeTables, void>(async tx => {
    await tx.updateTable('worktime.replay').set({ finished_at: now }).where('id', '=', replayId).execute()
    await tellOpenPages(tx, replayId, now)
  })
}

/** Null when it is finished already, or gone. */
async function begin(db: Db, replayId: string, now: Instant) {
  const row = await db
    .read<WorktimeTables>()
    .selectFrom('worktime.replay')
    .select(['calendar', 'since', 'up_to', 'finished_at'])
    .where('id', '=', replayId)
    .executeTakeFirst()
  if (!row || row.finished_at) return null
  const asked = { calendar: row.calendar, since: row.since, upTo: row.up_to }
  await db.unitOfWork(tx =>
    sql`update worktime.replay set started_at = coalesce(started_at, ${now}::timestamptz),
      total = coalesce(total, (select count(*) from worktime.timer where ${reachOf(asked)})) where id = ${replayId}`.execute(
      tx,
    ),
  )
  return asked
}

/** Clocks that ask no calendar cannot move, nor can what was due before the first day that changed. */
function reachOf({ calendar, since }: { calendar: string; since: string | null }): RawBuilder<unknown> {
  const ofCalendar = calendar === 'default' ? sql`true` : sql`starts_with(calendar, ${calendar})`
  const notBefore = since === null ? sql`true` : sql`(due_at is null or due_at >= ${since}::date - 1)`
  return sql`ended_at is null and (clock in ('work-hour', 'work-day') or marks <> '[]') and ${ofCalendar} and ${notBefore}`
}

interface Part {
  readonly after: number
  readonly upTo: number
  readonly count: number
  readonly lines: string
}

/** One text per chunk: a million rows as objects would cost more than counting them. */
async function fetch(db: Db, reach: RawBuilder<unknown>, after: number): Promise<Part | null> {
  const { rows } = await sql<{ up_to: number | null; count: number; lines: string | null }>`
    select max(id) as up_to, count(*)::int as count, string_agg(concat_ws('|', id, calendar, clock, amount,
      (date_part('epoch', started_at) * 1000)::bigint, coalesce((date_part('epoch', due_at) * 1000)::bigint, -1),
      coalesce((date_part('epoch', next_at) * 1000)::bigint, -1), told, untold::int, coalesce(yellow, -1),
      coalesce(orange, -1), array_to_string(uncovered, ','), revision, marks), E'\n') as lines
    from (
      select id, calendar, clock, amount, started_at, due_at, next_at, told, untold, yellow, orange, uncovered, revision,
        marks
      from worktime.timer where id > ${after} and ${reach} order by id limit ${chunk}
    ) as part`.execute(db.read())
  const { up_to: upTo, count, lines } = rows[0]!
  return upTo === null ? null : { after, upTo, count, lines: lines ?? '' }
}

/** As many chunks as are written beside each other; none at the end. */
async function fetchSome(db: Db, reach: RawBuilder<unknown>, after: number): Promise<Part[]> {
  const parts: Part[] = []
  for (let from = after; parts.length < lanes; ) {
    const part = await fetch(db, reach, from)
    if (!part) break
    parts.push(part)
    from = part.upTo
  }
  return parts
}

/** What differs from what is kept, column by column, ready for one statement. */
class Moves {
  readonly ids: string[] = []
  readonly was: (number | null)[] = []
  readonly due: (number | null)[] = []
  readonly next: (number | null)[] = []
  readonly lights: number[] = []
  readonly uncovered: string[] = []
  readonly revisions: string[] = []
}

function countAgain(lines: string, calendars: WorkCalendars, now: number): Moves {
  const moves = new Moves()
  if (lines === '') return moves
  for (const line of lines.split('\n')) {
    const field = line.split('|')
    const calendar = calendars.of(field[1]!)
    const course = courseOfFields(field)
    const yellow = Number(field[9])
    const crossings = crossingsOf(calendar, course, yellow < 0 ? undefined : { yellow, orange: Number(field[10]) })
    const light = lightRank(lightAt(crossings, now))
    const years = yearsTouched(calendar, course, crossings.due).join(',')
    const next = light > Number(field[7]) ? now : (nextMoment(crossings, course, now) ?? Infinity)
    const due = crossings.due ?? -1
    const kept = Number(field[6])
    // The tick that comes too early finds nothing new and looks again in time; a row whose `next_at` stays as it is
    // keeps its place in every index, and most changes of a calendar put off.
    const looksInTime =
      field[8] === '1' || (kept >= 0 && kept <= Math.max(next, now)) || (kept < 0 && next === Infinity)
    if (due === Number(field[5]) && years === field[11] && looksInTime) continue
    moves.ids.push(field[0]!)
    moves.was.push(Number(field[5]) < 0 ? null : Number(field[5]))
    moves.due.push(crossings.due)
    moves.next.push(!looksInTime ? next : kept < 0 ? null : kept)
    moves.lights.push(light)
    moves.uncovered.push(years)
    moves.revisions.push(field[12]!)
  }
  return moves
}

function courseOfFields(field: readonly string[]): TimerCourse {
  const marks = field.length === 14 ? field[13]! : field.slice(13).join('|')
  const limit = { clock: field[2] as LimitClock, amount: Number(field[3]) }
  const start = Number(field[4])
  if (marks === '[]') return plainCourse(limit, start)
  return courseOf({ limit, startedAt: instantOf(start), marks: JSON.parse(marks) as TimerMark[] })
}

/** Arrays as text: the driver would quote each of the numbers. */
const arrayText = (values: readonly (string | number | null)[]) => `{${values.map(value => value ?? 'NULL').join(',')}}`

async function write({ db, calendars, listeners, replayId, now }: Replay, part: Part): Promise<void> {
  const moves = countAgain(part.lines, calendars, millisecondsOf(now))
  if (moves.ids.length === 0) return
  await db.unitOfWork<WorktimeTables, void>(async tx => {
    await writeMoves(tx, replayId, moves, part)
    const loose = tx as unknown as Transaction<unknown>
    for (const listener of listeners) await listener.moved?.(loose, { replayId, after: part.after, upTo: part.upTo })
  })
}

/** After the parts themselves: what is written twice after a crash is the same again. */
async function noteProgress({ db, replayId, now }: Replay, parts: readonly Part[], upTo: number): Promise<void> {
  const done = parts.reduce((sum, part) => sum + part.count, 0)
  await db.unitOfWork<WorktimeTables, void>(async tx => {
    await sql`
      update worktime.replay set done = done + ${done}, up_to = ${upTo}, moved = moved + (
        select coalesce(sum(cardinality(timer_ids)), 0) from worktime.moved_part
        where replay_id = ${replayId} and after >= ${parts[0]!.after} and up_to <= ${upTo}
      ) where id = ${replayId}`.execute(tx)
    await tellOpenPages(tx, replayId, now)
  })
}

async function writeMoves(
  tx: Transaction<WorktimeTables>,
  replayId: string,
  moves: Moves,
  { after, upTo }: Part,
): Promise<void> {
  await sql`
    with new as (
      select id, to_timestamp(was / 1000) as due_before, to_timestamp(due / 1000) as due_at, to_timestamp(next / 1000) as next_at, light, uncovered, revision
      from unnest(${arrayText(moves.ids)}::bigint[], ${arrayText(moves.was)}::float8[], ${arrayText(moves.due)}::float8[],
        ${arrayText(moves.next)}::float8[], ${arrayText(moves.lights)}::smallint[],
        ${moves.uncovered}::text[], ${arrayText(moves.revisions)}::int[]) as new(id, was, due, next, light, uncovered, revision)
    ), changed as (
      update worktime.timer as timer set due_at = new.due_at,
        next_at = case when timer.untold then timer.next_at else new.next_at end, light = new.light,
        told = least(told, new.light), uncovered = string_to_array(new.uncovered, ',')::int[]
      from new
      where timer.id = new.id and timer.revision = new.revision
        -- Said once more as bounds, or a merge would walk the whole table up to here for each part.
        and timer.id > ${after} and timer.id <= ${upTo}
      returning timer.id, timer.subject_kind, timer.subject_id, timer.name, timer.number,
        new.due_before, timer.due_at as due_after
    ), listed as (
      insert into worktime.moved_part (replay_id, after, up_to, timer_ids, subject_kinds, subject_ids, names, numbers,
        dues_before, dues_after)
      select ${replayId}, ${after}, ${upTo}, array_agg(id), array_agg(subject_kind), array_agg(subject_id), array_agg(name),
        array_agg(number), array_agg(due_before), array_agg(due_after)
      from (
        select id, subject_kind, subject_id, name, number, due_before, due_after from changed
        where due_before is distinct from due_after order by id
      ) as moved
      having count(*) > 0
      on conflict do nothing returning 1
    )
    select count(*) from listed`.execute(tx)
}

/** The page that shows the progress asks again. */
async function tellOpenPages(tx: Transaction<WorktimeTables>, replayId: string, now: Instant): Promise<void> {
  await sql`insert into live.change (at, subject_kind, subject_id, permission)
    values (${now}, 'work-replay', ${replayId}, 'worktime.read')`.execute(tx)
}
