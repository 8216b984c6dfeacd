import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { readTimer, type Timer, timerLights, type TimerReading } from '../common/index.ts'
import { calendarLock } from './calendar-lock.ts'
import type { WorktimeTables } from './tables.ts'
import type { WorkCalendars } from './work-calendars.ts'

/** A thing that limits run on. The number is what people call it by; no personal data. */
export interface TimedSubject extends Subject {
  readonly number?: string | null
}

/** A limit as it is kept, with how it stands. */
export interface KeptTimer {
  readonly timer: Timer
  readonly reading: TimerReading
  readonly calendar: string
}

/** Writes and reads the limits that run on things. */
export class TimerStore {
  readonly #calendars: WorkCalendars

  constructor(calendars: WorkCalendars) {
    this.#calendars = calendars
  }

  /**
   * Makes these the limits of the subject, in its unit of work: those with another name go. Answers how each stands, for
   * the due times of the inbox. `calendarKey` is the district's six digits (or `default`).
   */
  async keepTimers<T>(
    tx: Transaction<T>,
    subject: TimedSubject,
    calendarKey: string,
    timers: readonly Timer[],
    now: Instant,
  ): Promise<ReadonlyMap<string, TimerReading>> {
    const work = tx as unknown as Transaction<WorktimeTables>
    await this.#catchUp(work, calendarKey)
    const calendar = this.#calendars.of(calendarKey)
    const readings = new Map(timers.map(timer => [timer.name, readTimer(calendar, timer, now)]))
    const rows = timers.map(timer => toRow(timer, readings.get(timer.name)!))
    await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(name text, clock text, amount float8,
          started_at timestamptz, marks jsonb, yellow float8, orange float8, due_at timestamptz, ended_at timestamptz,
          paused boolean, exempt boolean, uncovered int[], light smallint, next_at timestamptz)
      ), gone as (
        delete from worktime.timer
        where subject_kind = ${subject.kind} and subject_id = ${subject.id}
          and name <> all(${timers.map(timer => timer.name)}::text[])
      )
      insert into worktime.timer as old (subject_kind, subject_id, number, calendar, told, told_at, name, clock, amount,
        started_at, marks, yellow, orange, due_at, ended_at, paused, exempt, uncovered, light, next_at)
      select ${subject.kind}, ${subject.id}, ${subject.number ?? null}, ${calendarKey}, 0, ${now}::timestamptz, name,
        clock, amount, started_at, marks, yellow, orange, due_at, ended_at, paused, exempt, uncovered, light,
        case when ended_at is null and light > 0 then ${now}::timestamptz else next_at end
      from given
      on conflict (subject_kind, subject_id, name) do update set number = excluded.number, calendar = excluded.calendar,
        clock = excluded.clock, amount = excluded.amount, started_at = excluded.started_at, marks = excluded.marks,
        yellow = excluded.yellow, orange = excluded.orange, due_at = excluded.due_at, ended_at = excluded.ended_at,
        paused = excluded.paused, exempt = excluded.exempt, uncovered = excluded.uncovered, light = excluded.light,
        told = ${toldAfter}, revision = old.revision + 1, untold = old.untold and excluded.ended_at is null,
        next_at = case when excluded.ended_at is not null then null
          when old.untold then old.next_at
          when excluded.light > ${toldAfter} then ${now}::timestamptz
          else (select given.next_at from given where given.name = excluded.name) end`.execute(work)
    return readings
  }

  /** The limits of some things of one kind, by the id of the thing. */
  async timersOf<T>(
    read: Kysely<T>,
    kind: string,
    ids: readonly string[],
    now: Instant,
  ): Promise<ReadonlyMap<string, readonly KeptTimer[]>> {
    if (ids.length === 0) return new Map()
    const rows = await (read as unknown as Kysely<WorktimeTables>)
      .selectFrom('worktime.timer')
      .select(timerColumns)
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', sql<string>`any(${[...new Set(ids)]}::text[])`)
      .orderBy('started_at')
      .orderBy('name')
      .execute()
    return Map.groupBy(
      rows.map(row => ({ ...this.kept(row, now), subjectId: row.subject_id })),
      row => row.subjectId,
    )
  }

  kept(row: TimerRow, now: Instant): KeptTimer {
    const timer = timerOf(row)
    return { timer, calendar: row.calendar, reading: readTimer(this.#calendars.of(row.calendar), timer, now) }
  }

  /**
   * No change of a calendar is committed between here and our commit, and we count with the newest one: else a limit
   * could be written by an old calendar after the replay has passed it.
   */
  async #catchUp(tx: Transaction<WorktimeTables>, calendarKey: string): Promise<void> {
    const [, { rows }] = await Promise.all([
      sql`select pg_advisory_xact_lock_shared(${calendarLock})`.execute(tx),
      sql<{ version: number }>`
        select sum(version)::int as version from worktime.calendar where key in ('default', ${calendarKey})`.execute(
        tx,
      ),
    ])
    if (rows[0]?.version !== this.#calendars.of(calendarKey).plan.version) await this.#calendars.reload(tx)
  }
}

/** What a new start has been told of is nothing; and a light that went back is told again when it returns. */
const toldAfter = sql`least(case when old.started_at = excluded.started_at then old.told else 0 end, excluded.light)`

export const timerColumns = [
  'id',
  'subject_kind',
  'subject_id',
  'name',
  'number',
  'calendar',
  'clock',
  'amount',
  'started_at',
  'marks',
  'yellow',
  'orange',
  'told',
  'told_at',
  'untold',
] as const

export type TimerRow = Pick<Selectable<WorktimeTables['worktime.timer']>, (typeof timerColumns)[number]>

export function timerOf(
  row: Pick<TimerRow, 'name' | 'clock' | 'amount' | 'started_at' | 'marks' | 'yellow' | 'orange'>,
) {
  const lights = row.yellow !== null && row.orange !== null ? { yellow: row.yellow, orange: row.orange } : null
  return {
    name: row.name,
    limit: { clock: row.clock, amount: row.amount },
    startedAt: row.started_at,
    marks: row.marks,
    ...(lights ? { lights } : {}),
  } satisfies Timer
}

export const lightRank = (light: TimerReading['light']): number => timerLights.indexOf(light)

function toRow(timer: Timer, reading: TimerReading) {
  const light = lightRank(reading.light)
  const isEnded = reading.state === 'stopped'
  return {
    name: timer.name,
    clock: timer.limit.clock,
    amount: timer.limit.amount,
    started_at: timer.startedAt,
    marks: timer.marks,
    yellow: timer.lights?.yellow ?? null,
    orange: timer.lights?.orange ?? null,
    due_at: reading.dueAt,
    ended_at: isEnded ? reading.endedAt : null,
    paused: reading.state === 'paused',
    exempt: reading.isExempt,
    uncovered: reading.uncoveredYears,
    light,
    next_at: isEnded ? null : reading.nextAt,
  }
}
