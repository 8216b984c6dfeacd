import { CompiledQuery, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Subject } from '../../commands/server/command.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { readTimer, type Timer, timerLights, type TimerReading } from '../common/index.ts'
import { type HeldWrite, WriteText } from '../../db/server/held-writes.ts'
import { OutOfDate } from '../../db/server/unit-of-work.ts'
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
   * the due times of the inbox. `area` is the code of the place (or `default`), whose calendar counts. Counted by an old
   * calendar, the whole work is done again by the new one.
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
    const { kind, id } = subject
    const names = timers.map(({ name }) => name)
    await Promise.all([
      send(tx, `select ${holding.text}`, holdValues(area, calendar)),
      send(tx, `${removing} and name <> all ($3::text[])`, [kind, id, names]),
      send(tx, saying.text, saidValues(subject, area, now, rows)),
    ]).catch(error => {
      throw this.#explain(error)
    })
    return readings
  }

  /**
   * The same for a step of a matter whose limits are known as they stood: only those that are new, said anew or gone are
   * written, with the last statement of the step. Nothing where there are none.
   */
  change(
    subject: TimedSubject,
    area: string,
    { before, after }: { readonly before: readonly Timer[]; readonly after: readonly Timer[] },
    now: Instant,
  ): readonly HeldWrite[] {
    const stood = new Map(before.map(timer => [timer.name, timer]))
    const said = after.filter(timer => !isSame(stood.get(timer.name), timer))
    const gone = before.map(({ name }) => name).filter(name => !after.some(timer => timer.name === name))
    if (said.length === 0 && gone.length === 0) return []
    const calendar = this.#calendars.of(area)
    const rows = said.map(timer => toRow(timer, readTimer(calendar, timer, now)))
    const { kind, id } = subject
    const explain = (error: unknown) => this.#explain(error)
    const target = `worktime.timer ${kind} ${id}`
    return [
      { of: holding, values: holdValues(area, calendar), target: `worktime.calendar ${area} ${kind} ${id}`, explain },
      ...(gone.length > 0 ? [{ of: ending, values: [kind, id, gone], target: `${target} gone` }] : []),
      ...(rows.length > 0 ? [{ of: saying, values: saidValues(subject, area, now, rows), target }] : []),
    ]
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

/** Having read the calendar is holding it until the end of the unit of work: see `CalendarWriter.take`. */
const holding = new WriteText(
  'call',
  `case when $2::int is distinct from (
    select sum(version)::int from worktime.calendar where key = 'default' or starts_with($1, key)
  ) then worktime.calendar_has_changed() end`,
)

function holdValues(area: string, { plan }: ReturnType<WorkCalendars['of']>): unknown[] {
  return [area, plan.version]
}

const removing = 'delete from worktime.timer where subject_kind = $1 and subject_id = $2'

const ending = new WriteText('rows', `${removing} and name = any ($3::text[])`)

// What a new start has been told of is nothing; and a light that went back is told again when it returns.
const saying = new WriteText(
  'rows',
  `insert into worktime.timer as old (subject_kind, subject_id, number, calendar, told, told_at, name, clock, amount,
    started_at, marks, yellow, orange, due_at, ended_at, paused, exempt, uncovered, light, next_at)
  select $1, $2, $3, $4, 0, $5::timestamptz, name, clock, amount, started_at, marks, yellow, orange,
    due_at, ended_at, paused, exempt, uncovered, light,
    case when ended_at is null and light > 0 then $5::timestamptz else next_at end
  from jsonb_to_recordset($6::jsonb) as given (name text, clock text, amount float8, started_at timestamptz,
    marks jsonb, yellow float8, orange float8, due_at timestamptz, ended_at timestamptz, paused boolean, exempt boolean,
    uncovered int[], light smallint, next_at timestamptz)
  on conflict (subject_kind, subject_id, name) do update set number = excluded.number, calendar = excluded.calendar,
    clock = excluded.clock, amount = excluded.amount, started_at = excluded.started_at, marks = excluded.marks,
    yellow = excluded.yellow, orange = excluded.orange, due_at = excluded.due_at, ended_at = excluded.ended_at,
    paused = excluded.paused, exempt = excluded.exempt, uncovered = excluded.uncovered, light = excluded.light,
    told = least(case when old.started_at = excluded.started_at then old.told else 0 end, excluded.light),
    revision = old.revision + 1, untold = old.untold and excluded.ended_at is null,
    next_at = case when excluded.ended_at is not null then null
      when old.untold then old.next_at
      when excluded.light > least(case when old.started_at = excluded.started_at then old.told else 0 end, excluded.light)
        then $5::timestamptz
      when excluded.light = 0 then excluded.next_at
      else (select (value ->> 'next_at')::timestamptz from jsonb_array_elements($6::jsonb)
        where value ->> 'name' = excluded.name) end
  where (old.number, old.calendar, old.clock, old.amount, old.started_at, old.marks, old.yellow, old.orange, old.due_at,
      old.ended_at, old.paused, old.exempt, old.uncovered, old.light)
    is distinct from (excluded.number, excluded.calendar, excluded.clock, excluded.amount, excluded.started_at,
      excluded.marks, excluded.yellow, excluded.orange, excluded.due_at, excluded.ended_at, excluded.paused,
      excluded.exempt, excluded.uncovered, excluded.light)`,
)

function saidValues({ kind, id, number = null }: TimedSubject, area: string, now: Instant, rows: readonly object[]) {
  return [kind, id, number, area, now, JSON.stringify(rows)]
}

/** A text with its values, as it is. */
function send<T>(tx: Transaction<T>, text: string, values: readonly unknown[]) {
  return tx.executeQuery(CompiledQuery.raw(text, [...values]))
}

function isSame(stood: Timer | undefined, timer: Timer): boolean {
  return stood === timer || (stood !== undefined && JSON.stringify(stood) === JSON.stringify(timer))
}

/** What `worktime.calendar_has_changed` raises when somebody has changed the calendar that we counted with. */
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
