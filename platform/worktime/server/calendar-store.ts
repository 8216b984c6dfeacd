import { type Kysely, sql, type Transaction } from 'kysely'
import { jsonValue } from '../../db/server/json-value.ts'
import type { Instant } from '../../kernel/common/instant.ts'
import { newId } from '../../kernel/server/new-id.ts'
import { type Span, usualWeek, type Week } from '../common/index.ts'
import { calendarLock } from './calendar-lock.ts'
import type { WorktimeTables } from './tables.ts'

/** Reads calendars as people edit them: what is the calendar's own, and what it has from the default one. */
export class CalendarReader {
  protected readonly db: Kysely<WorktimeTables>

  constructor(db: Kysely<WorktimeTables>) {
    this.db = db
  }

  find(key: string) {
    return this.db
      .selectFrom('worktime.calendar')
      .select(['key', 'name', 'version', 'offset_minutes', 'week'])
      .where('key', '=', key)
      .executeTakeFirst()
  }

  all() {
    return this.db
      .selectFrom('worktime.calendar')
      .select(['key', 'name'])
      .orderBy(sql`key <> 'default'`)
      .orderBy('key')
      .execute()
  }

  async year(key: string, year: number) {
    const calendar = await this.find(key)
    if (!calendar) return null
    const [common, days, covered, calendars] = await Promise.all([
      this.find('default'),
      this.db
        .selectFrom('worktime.day')
        .select(['calendar', 'day', 'kind', 'name_chinese', 'name_english', 'spans', 'source'])
        .where('calendar', 'in', ['default', key])
        .where('day', '>=', `${year}-01-01`)
        .where('day', '<=', `${year}-12-31`)
        .orderBy('day')
        .execute(),
      this.db
        .selectFrom('worktime.year')
        .select('year')
        .where('calendar', 'in', ['default', key])
        .where('year', '=', year)
        .executeTakeFirst(),
      this.all(),
    ])
    const own = new Set(days.filter(entry => entry.calendar === key).map(entry => entry.day))
    return {
      calendar: key,
      name: calendar.name,
      version: calendar.version,
      offsetMinutes: calendar.offset_minutes,
      week: copyWeek(calendar.week ?? common?.week ?? usualWeek),
      isWeekInherited: key === 'default' ? null : calendar.week === null,
      days: days.filter(entry => entry.calendar === key || !own.has(entry.day)).map(entry => presentDay(entry, key)),
      isCovered: covered !== undefined,
      calendars,
    }
  }

  replays(limit: number) {
    return this.db
      .selectFrom('worktime.replay')
      .select(['id', 'calendar', 'reason', 'since', 'total', 'done', 'moved'])
      .select(['asked_at as askedAt', 'finished_at as finishedAt'])
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  }

  /** What one replay moved, in the order in which the limits began. */
  moved(replayId: string, after: number, limit: number) {
    return this.db
      .selectFrom('worktime.moved')
      .select(['timer_id as timerId', 'subject_kind as subjectKind', 'subject_id as subjectId', 'name', 'number'])
      .select(['due_before as dueBefore', 'due_after as dueAfter'])
      .where('replay_id', '=', replayId)
      .where('timer_id', '>', after)
      .orderBy('timer_id')
      .limit(limit)
      .execute()
  }
}

/** What changed, for the replay that follows. */
interface Change {
  readonly calendar: string
  /** A word of the change: `day`, `week`, `year`, `calendar`. */
  readonly reason: string
  /** The first day for which anything is different; null when that may be any day. */
  readonly since: string | null
  readonly by: string
}

/** Changes calendars. Each change has a replay of its own, in the same unit of work. */
export class CalendarWriter extends CalendarReader {
  readonly #now: Instant

  constructor(tx: Transaction<WorktimeTables>, now: Instant) {
    super(tx)
    this.#now = now
  }

  /** Waits until nobody counts with the calendar as it was (see `TimerStore`). */
  async take(key: string) {
    await sql`select pg_advisory_xact_lock(${calendarLock})`.execute(this.db)
    return this.find(key)
  }

  async setDays(
    calendar: string,
    days: readonly string[],
    entry: { kind: 'rest' | 'work'; name: { 'zh-CN': string; en: string }; spans: readonly Span[] | null } | null,
  ): Promise<void> {
    await this.db
      .deleteFrom('worktime.day')
      .where('calendar', '=', calendar)
      .where('day', 'in', [...days])
      .execute()
    if (!entry) return
    const { kind, name, spans } = entry
    const rest = { name_chinese: name['zh-CN'], name_english: name.en, source: 'edited', changed_at: this.#now }
    const own = spans === null ? null : jsonValue(spans)
    await this.db
      .insertInto('worktime.day')
      .values(days.map(day => ({ calendar, day, kind, spans: own, ...rest })))
      .execute()
  }

  async setWeek(key: string, week: Week | null): Promise<void> {
    const own = week === null ? null : jsonValue(week)
    await this.db.updateTable('worktime.calendar').set({ week: own }).where('key', '=', key).execute()
  }

  async setYear(calendar: string, year: number, isCovered: boolean): Promise<void> {
    await this.db.deleteFrom('worktime.year').where('calendar', '=', calendar).where('year', '=', year).execute()
    if (!isCovered) return
    await this.db
      .insertInto('worktime.year')
      .values({ calendar, year, source: 'edited', changed_at: this.#now })
      .execute()
  }

  async add(key: string, name: string, offsetMinutes: number): Promise<void> {
    await this.db.insertInto('worktime.calendar').values({ key, name, offset_minutes: offsetMinutes }).execute()
  }

  /** Makes the change count: a new version, and a replay that is still to be done. */
  async settle({ calendar, reason, since, by }: Change): Promise<{ version: number; replayId: string }> {
    const { version } = await this.db
      .updateTable('worktime.calendar')
      .set(eb => ({ version: eb('version', '+', 1), changed_at: this.#now }))
      .where('key', '=', calendar)
      .returning('version')
      .executeTakeFirstOrThrow()
    const replayId = newId()
    await this.db
      .insertInto('worktime.replay')
      .values({ ...noProgress, id: replayId, calendar, reason, since, asked_at: this.#now, asked_by: by })
      .execute()
    return { version, replayId }
  }
}

const noProgress = { started_at: null, finished_at: null, total: null }

function presentDay(row: Omit<WorktimeTables['worktime.day'], 'changed_at'>, key: string) {
  const { day, kind, spans, source } = row
  const name = { 'zh-CN': row.name_chinese, en: row.name_english }
  return { day, kind, name, spans: spans === null ? null : [...spans], source, isInherited: row.calendar !== key }
}

/** The contract's tuple is one that may be changed; ours is not. */
function copyWeek(week: Week) {
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = week
  return [
    [...monday],
    [...tuesday],
    [...wednesday],
    [...thursday],
    [...friday],
    [...saturday],
    [...sunday],
  ] satisfies Span[][] as [Span[], Span[], Span[], Span[], Span[], Span[], Span[]]
}
