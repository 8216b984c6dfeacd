import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { readTimer, type Timer, timerLights, type TimerReading } from '../common/index.ts'
import { type HeldWrite, WriteText } from '../../db/server/held-writes.ts'
import { OutOfDate } from '../../db/server/unit-of-work.ts'
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
   * the due times of the inbox. `area` is the code of the place (or `default`), whose calendar counts. One statement, sent at once:
   * every step of every matter passes here. Counted by an old calendar, the whole work is done again by the new one.
   */
  async keepTimers<T>(
    tx: Transaction<T>,
    subject: TimedSubject,
    area: string,
    timers: readonly Timer[],
    now: Instant,
  ): Promise<ReadonlyMap<string, TimerReading>> {
    const calendar = this.#calendars.of(area)
    const readings = new Map(timers.map(timer => [timer.name, readTimer(calendar, timer, now)]))
    const rows = timers.map(timer => toRow(timer, readings.get(timer.name)!))
    const { version } = calendar.plan
    await sql`
      select worktime.keep_timers(${calendarLock}::bigint, ${subject.kind}, ${subject.id}, ${subject.number ?? null},
        ${area}, ${version}::int, ${now}::timestamptz, ${JSON.stringify(rows)}::jsonb)`
      .execute(tx)
      .catch(error => {
        throw this.#explain(error)
      })
    return readings
  }

  /**
   * The same for a step of a matter whose limits are known as they stood: only those that are new, said anew or gone are
   * written, with the last statement of the step. Null when there are none.
   */
  change(
    subject: TimedSubject,
    area: string,
    { before, after }: { readonly before: readonly Timer[]; readonly after: readonly Timer[] },
    now: Instant,
  ): HeldWrite | null {
    const stood = new Map(before.map(timer => [timer.name, timer]))
    const said = after.filter(timer => !isSame(stood.get(timer.name), timer))
    const gone = before.map(({ name }) => name).filter(name => !after.some(timer => timer.name === name))
    if (said.length === 0 && gone.length === 0) return null
    const calendar = this.#calendars.of(area)
    const rows = said.map(timer => toRow(timer, readTimer(calendar, timer, now)))
    const { kind, id, number = null } = subject
    return {
      of: changing,
      values: [calendarLock, kind, id, number, area, calendar.plan.version, now, gone, JSON.stringify(rows)],
      target: `worktime.timer ${kind} ${id}`,
      explain: error => this.#explain(error),
    }
  }

  /** Counted by an old calendar: it is read again, and the work done again. */
  #explain(error: unknown): unknown {
    return isOtherCalendar(error) ? new OutOfDate('the work calendar', () => this.#calendars.reload()) : error
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
}

const changing = new WriteText(
  'call',
  'worktime.change_timers($1::bigint, $2, $3, $4, $5, $6::int, $7::timestamptz, $8::text[], $9::jsonb)',
)

function isSame(stood: Timer | undefined, timer: Timer): boolean {
  return stood === timer || (stood !== undefined && JSON.stringify(stood) === JSON.stringify(timer))
}

/** What `worktime.keep_timers` raises when somebody has changed the calendar that we counted with. */
function isOtherCalendar(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'WG001'
}

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
